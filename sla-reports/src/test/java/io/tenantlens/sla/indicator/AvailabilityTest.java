package io.tenantlens.sla.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.sla.indicator.TimeSlice.State;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final BigDecimal TARGET = new BigDecimal("99");

    private final List<TimeSlice> slices = List.of(
            slice("990", "1000", State.OK),
            slice("0", "10", State.OK),
            slice("0", "500", State.MAINTENANCE),
            slice("0", "0", State.NODATA),
            slice("0", "0", State.OK));

    @Test
    void occurrences_weighsSlicesByTheirRequests() {
        assertThat(CountingMethod.OCCURRENCES.over(slices, TARGET)).isEqualTo(of("990", "1010"));
    }

    @Test
    void timeslices_weighsSlicesAlike() {
        assertThat(CountingMethod.TIMESLICES.over(slices, TARGET)).isEqualTo(of("1", "2"));
    }

    @Test
    void over_onlyMaintenance_isNoData() {
        var availability = CountingMethod.OCCURRENCES.over(List.of(slice("0", "9", State.MAINTENANCE)), TARGET);

        assertThat(availability.percent()).isEmpty();
    }

    @Test
    void percent_isRoundedDown() {
        assertThat(of("999999999999999", "1000000000000000").percent())
                .hasValueSatisfying(percent -> assertThat(percent).isLessThan(new BigDecimal("100")));
        assertThat(of("2", "3").percent()).contains(new BigDecimal("66.666666666666"));
    }

    @Test
    void good_aboveTheTotal_isRefused() {
        assertThatThrownBy(() -> of("2", "1")).hasMessageContaining("2 of 1");
        assertThatThrownBy(() -> of("-1", "1")).hasMessageContaining("-1 of 1");
    }

    private static TimeSlice slice(String good, String total, State state) {
        return new TimeSlice(of(good, total), state);
    }

    private static Availability of(String good, String total) {
        return new Availability(new BigDecimal(good), new BigDecimal(total));
    }
}

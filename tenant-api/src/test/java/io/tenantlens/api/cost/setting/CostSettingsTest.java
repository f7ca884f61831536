package io.tenantlens.api.cost.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostSettingsTest {

    private static final LocalDate OCTOBER_1 = LocalDate.of(2026, 10, 1);

    private final CostSettings settings =
            new CostSettings(List.of(sms("2026-10-10", "0.30"), sms("2026-01-01", "0.25")), List.of(), List.of());

    @ParameterizedTest
    @CsvSource({"2026-10-09, 0.25", "2026-10-10, 0.30"})
    void on_isTheLatestVersionOfTheDay(LocalDate day, BigDecimal amount) {
        assertThat(settings.on(day).unitCost("sms").orElseThrow().amount()).isEqualTo(amount);
    }

    @Test
    void on_beforeTheFirstVersion_knowsNothing() {
        assertThat(settings.on(LocalDate.of(2025, 12, 31)).unitCost("sms")).isEmpty();
    }

    @Test
    void stretches_endWhereSomethingChanges() {
        var change = LocalDate.of(2026, 10, 10);
        var november = LocalDate.of(2026, 11, 1);

        assertThat(settings.stretches(new DateRange(OCTOBER_1, november)))
                .containsExactly(new DateRange(OCTOBER_1, change), new DateRange(change, november));
    }

    @Test
    void split_isReadAsTheCommandReadsIt() {
        assertThat(CostSettingRows.split("""
            {"base": {"percent": "12.5", "method": "even"}, "usage": {"method": "weighted", "by": "db_queries"}}\
            """)).isEqualTo(new PoolSplit.BaseAndWeighted(1_250, "db_queries"));
        assertThat(CostSettingRows.split("""
            {"usage": {"method": "weightedByCost"}}\
            """)).isEqualTo(new PoolSplit.WeightedByCost());
    }

    @Test
    void unknownMethod_isRefused() {
        assertThatThrownBy(() -> CostSettingRows.split("""
            {"usage": {"method": "dice"}}\
            """)).hasMessage("no such method of division: dice");
    }

    private static UnitCost sms(String validFrom, String amount) {
        return new UnitCost("sms", LocalDate.parse(validFrom), "SMS", "message", false, new BigDecimal(amount));
    }
}

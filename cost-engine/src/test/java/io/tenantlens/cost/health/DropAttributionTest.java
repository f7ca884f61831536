package io.tenantlens.cost.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.health.DropAttribution.Part;
import io.tenantlens.cost.health.DropAttribution.Spans;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DropAttributionTest {

    private static final TenantId ACORN = new TenantId("acorn");
    private static final TenantId BIRCH = new TenantId("birch");

    @Test
    void drop_namesTheTenantThatItComesFromFirst() {
        var change = DropAttribution.of(List.of(
                spans(ACORN, "100", "100", "110", "90", "100"), spans(BIRCH, "40", "200", "210", "190", "200")));

        assertThat(change.baseline()).hasValueSatisfying(is("300"));
        assertThat(change.ratio()).hasValueSatisfying(is("0.4666666667"));
        assertThat(change.drop()).isTrue();
        assertThat(change.parts()).extracting(Part::tenant).containsExactly(BIRCH, ACORN);
        assertThat(change.parts().getFirst().change()).isEqualByComparingTo("-160");
    }

    @Test
    void oneHolidayAmongTheWeeks_movesNothing() {
        var change = DropAttribution.of(List.of(spans(ACORN, "95", "100", "5", "100")));

        assertThat(change.baseline()).hasValueSatisfying(is("100"));
        assertThat(change.drop()).isFalse();
    }

    @Test
    void weeksWithoutAnything_areNoBaseline() {
        assertThat(DropAttribution.of(List.of(spans(ACORN, "95", "100", "0", "0")))
                        .baseline())
                .hasValueSatisfying(is("100"));
        assertThat(DropAttribution.of(List.of(spans(ACORN, "95", "0", "0"))).parts())
                .isEmpty();
        assertThat(DropAttribution.of(List.of()).drop()).isFalse();
    }

    @Test
    void parts_addUpToThePlatform() {
        var random = new Random(20261020);
        for (var round = 0; round < 200; round++) {
            var weeks = random.nextInt(1, 5);
            var tenants = new ArrayList<Spans>();
            for (var i = 0; i < random.nextInt(1, 30); i++) {
                tenants.add(new Spans(
                        new TenantId("t" + i),
                        amount(random),
                        random.ints(weeks, 0, 1).mapToObj(_ -> amount(random)).toList()));
            }

            var change = DropAttribution.of(tenants);

            change.baseline().ifPresent(baseline -> {
                assertThat(sum(change.parts().stream().map(Part::baseline).toList()))
                        .isEqualByComparingTo(baseline);
                assertThat(sum(change.parts().stream().map(Part::now).toList())).isEqualByComparingTo(change.now());
            });
        }
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(100_000), 2);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Spans spans(TenantId tenant, String now, String... weeks) {
        return new Spans(
                tenant,
                new BigDecimal(now),
                Arrays.stream(weeks).map(BigDecimal::new).toList());
    }

    private static java.util.function.Consumer<BigDecimal> is(String expected) {
        return actual -> assertThat(actual).isEqualByComparingTo(expected);
    }
}

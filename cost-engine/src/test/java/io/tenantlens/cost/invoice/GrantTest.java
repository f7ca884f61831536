package io.tenantlens.cost.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    /** Golden case OM-GRANT-1: priority, then earliest expiry, then creation. */
    @Test
    void inOrder_goesByPriorityThenExpiryThenCreation() {
        var grants = List.of(
                new Grant(credit("never"), 1, null),
                new Grant(credit("later"), 1, NOVEMBER.plusDays(1)),
                new Grant(credit("sooner"), 1, NOVEMBER),
                new Grant(credit("created after"), 1, NOVEMBER),
                new Grant(credit("first"), 0, null));

        assertThat(Grant.inOrder(grants))
                .extracting(Credit::id)
                .containsExactly("first", "sooner", "created after", "later", "never");
    }

    private static Credit credit(String id) {
        return new Credit(id, Money.bdt("1"), Credit.Basis.BEFORE_TAX);
    }
}

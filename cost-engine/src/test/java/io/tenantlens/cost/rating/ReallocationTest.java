package io.tenantlens.cost.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden cases FOCUS-REALLOC-DELTA and FOCUS-REALLOC-LEDGER. */
class ReallocationTest {

    private final Reallocation move = new Reallocation("R-111", "R-222", new BigDecimal("200"), Money.bdt("300"));

    @Test
    void asDelta_booksTheDifferencesAlone() {
        assertThat(move.asDelta())
                .extracting(Reallocation.Row::resource, Reallocation.Row::amount)
                .containsExactly(tuple("R-111", Money.bdt("-300")), tuple("R-222", Money.bdt("300")));
        assertSumsToNothing(move.asDelta());
    }

    @Test
    void asLedger_reversesAndBooksAnew() {
        var rows = move.asLedger(new BigDecimal("1000"), Money.bdt("1500"));

        assertThat(rows)
                .extracting(Reallocation.Row::resource, Reallocation.Row::amount)
                .containsExactly(
                        tuple("R-111", Money.bdt("-1500")),
                        tuple("R-111", Money.bdt("1200")),
                        tuple("R-222", Money.bdt("300")));
        assertSumsToNothing(rows);
    }

    private static void assertSumsToNothing(List<Reallocation.Row> rows) {
        assertThat(Money.sum(rows.stream().map(Reallocation.Row::amount).toList(), Currency.BDT)
                        .isZero())
                .isTrue();
    }
}

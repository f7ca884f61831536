package io.tenantlens.cost.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantlens.cost.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    private static final List<Money> USAGE = List.of(Money.bdt("48"), Money.bdt("120"), Money.bdt("60"));

    /** Golden case FOCUS-SPEND-A1. */
    @Test
    void commitment_billsWhatWasNotSpentAtTheEnd() {
        assertThat(new SpendCommitment(Money.bdt("1200")).unusedFee(USAGE)).isEqualTo(Money.bdt("972"));
        assertThat(new SpendCommitment(Money.bdt("100")).unusedFee(USAGE)).isEqualTo(Money.bdt("0"));
    }

    @Test
    void overage_isWhatGoesBeyondTheCommitment() {
        assertThat(new SpendCommitment(Money.bdt("100")).overage(USAGE))
                .containsExactly(Money.bdt("0"), Money.bdt("68"), Money.bdt("60"));
    }

    /** Golden case FOCUS-SPEND-B1. */
    @Test
    void prepaid_isEffectiveWhenUsedAndBilledOnce() {
        var drawdown = new Prepaid(Money.bdt("1200")).draw(USAGE);

        assertThat(drawdown.rows())
                .extracting(Prepaid.Row::billed, Prepaid.Row::effective)
                .containsExactly(
                        tuple(Money.bdt("0"), Money.bdt("48")),
                        tuple(Money.bdt("0"), Money.bdt("120")),
                        tuple(Money.bdt("0"), Money.bdt("60")));
        assertThat(drawdown.unused()).isEqualTo(Money.bdt("972"));
    }

    @Test
    void prepaid_thatRunsOut_billsTheRest() {
        var drawdown = new Prepaid(Money.bdt("100")).draw(USAGE);

        assertThat(drawdown.rows())
                .extracting(Prepaid.Row::billed)
                .containsExactly(Money.bdt("0"), Money.bdt("68"), Money.bdt("60"));
        assertThat(drawdown.unused()).isEqualTo(Money.bdt("0"));
    }

    /** Golden case LAGO-PROGRESSIVE. */
    @Test
    void progressiveBilling_isDueAtTheThreshold() {
        var billing = new ProgressiveBilling(Money.bdt("200"));

        assertThat(billing.due(Money.bdt("199.99"), Money.bdt("0"))).isEmpty();
        assertThat(billing.due(Money.bdt("200"), Money.bdt("0"))).contains(Money.bdt("200"));
        assertThat(billing.due(Money.bdt("399.99"), Money.bdt("200"))).isEmpty();
    }
}

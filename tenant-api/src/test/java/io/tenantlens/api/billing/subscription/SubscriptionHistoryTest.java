package io.tenantlens.api.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionHistoryTest {

    private static final DateRange OCTOBER = new DateRange(day(1), LocalDate.of(2026, 11, 1));

    @Test
    void planOfTheWholeMonth_isOnePhase() {
        var history = new SubscriptionHistory(List.of(change(LocalDate.of(2026, 1, 1), ChangeKind.START, "starter")));

        assertThat(history.active(OCTOBER)).containsExactly(new SubscriptionPhase("starter", OCTOBER));
    }

    @Test
    void upgradeInMidMonth_startsAnotherPhase() {
        var history = new SubscriptionHistory(List.of(
                change(LocalDate.of(2026, 1, 1), ChangeKind.START, "starter"),
                change(day(11), ChangeKind.UPGRADE, "growth")));

        assertThat(history.active(OCTOBER))
                .containsExactly(
                        new SubscriptionPhase("starter", new DateRange(day(1), day(11))),
                        new SubscriptionPhase("growth", new DateRange(day(11), OCTOBER.end())));
    }

    @Test
    void pausedDays_areNotActive() {
        var history = new SubscriptionHistory(List.of(
                change(day(1), ChangeKind.START, "starter"),
                new SubscriptionChange(day(10), ChangeKind.PAUSE, SubscriptionState.PAUSED, "starter"),
                change(day(20), ChangeKind.REACTIVATE, "starter")));

        assertThat(history.active(OCTOBER))
                .containsExactly(
                        new SubscriptionPhase("starter", new DateRange(day(1), day(10))),
                        new SubscriptionPhase("starter", new DateRange(day(20), OCTOBER.end())));
    }

    @Test
    void cancelled_endsOnTheDay() {
        var history = new SubscriptionHistory(List.of(
                change(day(5), ChangeKind.START, "starter"),
                new SubscriptionChange(day(8), ChangeKind.CANCEL, SubscriptionState.CANCELLED, "starter")));

        assertThat(history.active(OCTOBER))
                .containsExactly(new SubscriptionPhase("starter", new DateRange(day(5), day(8))));
        assertThat(history.on(day(4))).isEmpty();
    }

    @Test
    void laterChangeOfTheSameDay_counts() {
        var history = new SubscriptionHistory(
                List.of(change(day(1), ChangeKind.START, "starter"), change(day(1), ChangeKind.UPGRADE, "growth")));

        assertThat(history.active(OCTOBER)).containsExactly(new SubscriptionPhase("growth", OCTOBER));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 10, day);
    }

    private static SubscriptionChange change(LocalDate on, ChangeKind kind, String plan) {
        return new SubscriptionChange(on, kind, SubscriptionState.ACTIVE, plan);
    }
}

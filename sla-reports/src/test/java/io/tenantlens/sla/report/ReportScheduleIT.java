package io.tenantlens.sla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantlens.api.access.Errands;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Installation;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.outbox.Outbox;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportScheduleIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final WorkerDatabase WORKER = new WorkerDatabase(POSTGRES.as("tenantlens_worker"));
    private static final Instant FIRST_OF_NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");

    /** The tenants that a report was rendered for, as it happened. */
    private static final class Renderer implements ReportRenderer {

        private final Consumer<TenantScope> before;

        Renderer(Consumer<TenantScope> before) {
            this.before = before;
        }

        @Override
        public RenderedReport render(TenantScope scope, DateRange days, Locale language) {
            before.accept(scope);
            var file = ("report of " + scope.tenant()).getBytes(StandardCharsets.UTF_8);
            return new RenderedReport("Report, " + days.start(), "All is well.", "report.pdf", file);
        }

        @Override
        public MailWords mailWords(Locale language) {
            return new MailWords("attached", "to stop", "the page");
        }
    }

    @BeforeEach
    void clear() {
        POSTGRES.asSuperuser()
                .useHandle(handle -> List.of("report_sends", "report_recipients", "report_subscriptions", "outbox")
                        .forEach(table -> handle.execute("DELETE FROM " + table)));
    }

    @Test
    void dueReport_leavesOncePerRecipientAndMovesOn() {
        subscribe("schedule-acorn", FIRST_OF_NOVEMBER, "amina@shop.example", "babul@shop.example");

        assertThat(worker(FIRST_OF_NOVEMBER, ReportScheduleIT::well).sendDue()).isEqualTo(1);
        assertThat(worker(FIRST_OF_NOVEMBER, ReportScheduleIT::well).sendDue()).isZero();

        assertThat(mails("schedule-acorn"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("List-Unsubscribe=One-Click", "/unsubscribe/schedule-acorn.", "Report, 2026-10-01"));
        assertThat(dueAt("schedule-acorn")).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void beforeItsTime_nothingLeaves() {
        subscribe("schedule-acorn", FIRST_OF_NOVEMBER, "amina@shop.example");

        assertThat(worker(FIRST_OF_NOVEMBER.minusSeconds(1), ReportScheduleIT::well)
                        .sendDue())
                .isZero();
    }

    @Test
    void missedPeriods_areCaughtUpOneByOne() {
        subscribe("schedule-acorn", FIRST_OF_NOVEMBER, "amina@shop.example");

        worker(Instant.parse("2027-01-15T00:00:00Z"), ReportScheduleIT::well).sendDue();

        assertThat(periods("schedule-acorn")).containsExactly("2026-10-01", "2026-11-01", "2026-12-01");
        assertThat(mails("schedule-acorn")).hasSize(3);
    }

    @Test
    void twoWorkersAtOnce_sendNothingTwice() throws Exception {
        for (int i = 0; i < 12; i++) {
            subscribe("schedule-many-" + i, FIRST_OF_NOVEMBER, "amina@shop.example");
        }

        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(
                    () -> worker(FIRST_OF_NOVEMBER, ReportScheduleIT::well).sendDue());
            var other = threads.submit(
                    () -> worker(FIRST_OF_NOVEMBER, ReportScheduleIT::well).sendDue());

            assertThat(one.get() + other.get()).isEqualTo(12);
        }
        assertThat(mails("schedule-many-%")).hasSize(12);
    }

    @Test
    void workerKilledBetweenRenderingAndSending_hasSentNothingAndTheNextOneSends() {
        subscribe("schedule-acorn", FIRST_OF_NOVEMBER, "amina@shop.example");

        var killed = worker(FIRST_OF_NOVEMBER, _ -> {
            POSTGRES.asSuperuser().useHandle(handle -> handle.execute("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE usename = 'tenantlens_worker' AND state = 'idle in transaction'\
                """));
            throw new OutOfMemoryError("the end of this worker");
        });
        assertThat(catchThrowable(killed::sendDue)).isNotNull();
        assertThat(mails("schedule-acorn")).isEmpty();

        assertThat(worker(FIRST_OF_NOVEMBER, ReportScheduleIT::well).sendDue()).isEqualTo(1);
        assertThat(mails("schedule-acorn")).hasSize(1);
    }

    @Test
    void failedRendering_isTriedLaterAndHoldsNobodyUp() {
        subscribe("schedule-acorn", FIRST_OF_NOVEMBER, "amina@shop.example");
        subscribe("schedule-birch", FIRST_OF_NOVEMBER.plusSeconds(1), "bina@shop.example");

        worker(FIRST_OF_NOVEMBER.plusSeconds(2), scope -> {
                    if (scope.tenant().value().equals("schedule-acorn")) {
                        throw new IllegalStateException("no figures");
                    }
                })
                .sendDue();

        assertThat(mails("schedule-acorn")).isEmpty();
        assertThat(mails("schedule-birch")).hasSize(1);
        assertThat(worker(FIRST_OF_NOVEMBER.plusSeconds(1_800), ReportScheduleIT::well)
                        .sendDue())
                .isEqualTo(1);
        assertThat(periods("schedule-acorn")).containsExactly("2026-10-01");
    }

    @Test
    void whoUnsubscribed_getsNothing_andWithoutAnybodyTheSubscriptionEnds() {
        subscribe("schedule-acorn", FIRST_OF_NOVEMBER, "amina@shop.example", "babul@shop.example");
        var tokens = new UnsubscribeTokens(new Installation(WORKER));
        var unsubscribing = new Unsubscribing(WORKER, tokens);

        assertThat(unsubscribing.end(token(tokens, "amina@shop.example"))).isTrue();
        worker(FIRST_OF_NOVEMBER, ReportScheduleIT::well).sendDue();
        assertThat(mails("schedule-acorn")).hasSize(1);

        assertThat(unsubscribing.end(token(tokens, "babul@shop.example"))).isTrue();
        worker(Instant.parse("2026-12-01T00:00:00Z"), ReportScheduleIT::well).sendDue();
        assertThat(mails("schedule-acorn")).hasSize(1);
        assertThat(unsubscribing.find(token(tokens, "babul@shop.example")))
                .hasValueSatisfying(reports -> assertThat(reports.ended()).isTrue());
        assertThat(worker(Instant.parse("2027-06-01T00:00:00Z"), ReportScheduleIT::well)
                        .sendDue())
                .isZero();
    }

    @Test
    void tokenOfOthers_endsNothing() {
        subscribe("schedule-acorn", FIRST_OF_NOVEMBER, "amina@shop.example");
        var tokens = new UnsubscribeTokens(new Installation(WORKER));
        var unsubscribing = new Unsubscribing(WORKER, tokens);
        var token = token(tokens, "amina@shop.example");

        for (var forged : List.of(
                "", "a.b.c", token + "x", token.replace("acorn", "birch"), token.replaceAll("\\.[^.]*$", "."))) {
            assertThat(unsubscribing.end(forged)).as(forged).isFalse();
            assertThat(unsubscribing.find(forged)).as(forged).isEmpty();
        }
        assertThat(worker(FIRST_OF_NOVEMBER, ReportScheduleIT::well).sendDue()).isEqualTo(1);
    }

    @Test
    void shopThatLeft_getsNoMore() {
        subscribe("schedule-cedar", FIRST_OF_NOVEMBER, "chitra@shop.example");
        POSTGRES.asSuperuser()
                .useHandle(handle -> handle.execute(
                        "UPDATE tenants SET status = 'churned', churned_on = '2026-10-15' WHERE tenant_id ="
                                + " 'schedule-cedar'"));

        worker(FIRST_OF_NOVEMBER, ReportScheduleIT::well).sendDue();

        assertThat(mails("schedule-cedar")).isEmpty();
        assertThat(worker(Instant.parse("2027-06-01T00:00:00Z"), ReportScheduleIT::well)
                        .sendDue())
                .isZero();
    }

    @SuppressWarnings("unused") // the scope is what a renderer gets
    private static void well(TenantScope scope) {}

    private static ReportSchedule worker(Instant now, Consumer<TenantScope> before) {
        var renderer = new Renderer(before);
        var mails = new ReportMails(
                new Outbox(), new UnsubscribeTokens(new Installation(WORKER)), renderer, "https://portal.example");
        return new ReportSchedule(
                WORKER, mails, renderer, new Errands(), new Roles(Set.of("worker")), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void subscribe(String tenant, Instant due, String... addresses) {
        POSTGRES.asSuperuser().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on) VALUES (?, 'A shop',"
                            + " 'growth', 'shared', 'growth', '2026-01-01') ON CONFLICT DO NOTHING",
                    tenant);
            handle.execute("""
                WITH made AS (
                    INSERT INTO report_subscriptions (tenant_id, cadence, hour, language, due_at, try_at)
                    VALUES (?, 'monthly', 6, 'en', ?, ?) RETURNING tenant_id, subscription_id)
                INSERT INTO report_recipients (tenant_id, subscription_id, address)
                SELECT tenant_id, subscription_id, unnest(?::text[]) FROM made\
                """, tenant, at(due), at(due), addresses);
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String token(UnsubscribeTokens tokens, String address) {
        return POSTGRES.asSuperuser()
                .withHandle(handle -> handle.select(
                                "SELECT tenant_id, recipient_id FROM report_recipients WHERE address = ?", address)
                        .map((row, _) -> tokens.of(new UnsubscribeTokens.Holder(
                                new TenantId(row.getString(1)), row.getObject(2, UUID.class))))
                        .one());
    }

    private static List<String> mails(String tenants) {
        return strings(
                "SELECT payload FROM outbox WHERE kind = 'mail' AND tenant_id LIKE ? ORDER BY created_at", tenants);
    }

    private static List<String> periods(String tenant) {
        return strings(
                "SELECT first_day::text FROM report_sends WHERE tenant_id LIKE ? AND skipped IS NULL ORDER BY"
                        + " first_day",
                tenant);
    }

    private static Instant dueAt(String tenant) {
        return Instant.parse(strings(
                        "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                                + " FROM report_subscriptions WHERE tenant_id LIKE ?",
                        tenant)
                .getFirst());
    }

    private static List<String> strings(String sql, String tenant) {
        return POSTGRES.asSuperuser()
                .withHandle(
                        handle -> handle.select(sql, tenant).mapTo(String.class).list());
    }
}

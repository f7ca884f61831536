package io.tenantlens.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxIT {

    private static final TenantId ACORN = new TenantId("outbox-acorn");
    private static final TenantId BIRCH = new TenantId("outbox-birch");
    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final OutboxConfig CONFIG = TestConfigs.defaults(OutboxConfig.class);
    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofDays(1);

    private final WorkerDatabase database = new WorkerDatabase(POSTGRES.as("tenantlens_worker"));
    private final TenantDatabase tenants = new TenantDatabase(POSTGRES.as("tenantlens_app"));
    private final Outbox outbox = new Outbox();

    /** Messages are due from the database's own time on, which is a little earlier. */
    private Instant now = Instant.now().plus(Duration.ofMinutes(1));

    @BeforeAll
    static void signUp() {
        TestTenants.signUp(ACORN.value(), "Asia/Dhaka");
        TestTenants.signUp(BIRCH.value(), "Asia/Dhaka");
    }

    @BeforeEach
    void empty() {
        POSTGRES.asSuperuser().useHandle(handle -> handle.execute("DELETE FROM outbox"));
    }

    @Test
    void message_isDeliveredOnce() {
        put("one");
        var delivery = new Recorded();

        assertThat(dispatcher(delivery).deliverDue()).isEqualTo(1);
        assertThat(dispatcher(delivery).deliverDue()).isZero();
        assertThat(delivery.contents()).containsExactly("one");
    }

    @Test
    void sameCause_isPutInOnce() {
        assertThat(put("one")).isPresent();
        assertThat(put("one")).isEmpty();
    }

    @Test
    void causeThatIsRolledBack_leavesNoMessage() {
        assertThatThrownBy(() -> database.useTransaction(handle -> {
                    outbox.add(handle, outgoing("one"));
                    handle.execute("SELECT * FROM no_such_table");
                }))
                .hasMessageContaining("no_such_table");

        assertThat(dispatcher(new Recorded()).deliverDue()).isZero();
    }

    @Test
    void failure_isTriedAgainAfterItsWait() {
        put("one");
        dispatcher(new Failing(DeliveryFailedException.forNow("busy"))).deliverDue();
        var delivery = new Recorded();

        assertThat(dispatcher(delivery).deliverDue()).isZero();
        later(Duration.ofMinutes(1));
        assertThat(dispatcher(delivery).deliverDue()).isEqualTo(1);
        assertThat(delivery.messages).extracting(OutboxMessage::attempt).containsExactly(2);
    }

    @Test
    void failures_parkTheMessageAfterTheBound() {
        put("one");
        for (int attempt = 0; attempt < CONFIG.attempts(); attempt++) {
            assertThat(dispatcher(new Failing(DeliveryFailedException.forNow("busy")))
                            .deliverDue())
                    .isEqualTo(1);
            later(LONGER_THAN_ANY_WAIT);
        }

        assertThat(dispatcher(new Recorded()).deliverDue()).isZero();
        assertThat(parked()).singleElement().satisfies(entry -> {
            assertThat(entry.attempts()).isEqualTo(CONFIG.attempts());
            assertThat(entry.lastError()).isEqualTo("busy");
        });
    }

    @Test
    void refusalForGood_parksAtOnce() {
        put("one");

        dispatcher(new Failing(DeliveryFailedException.forGood("550 no such mailbox")))
                .deliverDue();

        assertThat(parked()).hasSize(1);
    }

    @Test
    void unexpectedException_countsAsAFailureForNow() {
        put("one");

        dispatcher(new Broken()).deliverDue();

        assertThat(parked()).isEmpty();
        assertThat(counts()).isEqualTo(new OutboxTable.Counts(1, 0));
    }

    @Test
    void unknownKind_isParkedAndSaysSo() {
        database.useTransaction(
                handle -> outbox.add(handle, new Outgoing(Optional.empty(), "pigeon", "one", "A letter", "x")));

        dispatcher(new Recorded()).deliverDue();

        assertThat(parked()).singleElement().satisfies(entry -> {
            assertThat(entry.tenant()).isEqualTo("_platform");
            assertThat(entry.lastError()).contains("pigeon");
        });
    }

    @Test
    void workerThatDies_leavesTheMessageToAnotherUnderTheSameId() {
        put("one");
        var claimed = table().claim(10, CONFIG.lease());
        var delivery = new Recorded();

        assertThat(dispatcher(delivery).deliverDue()).isZero();
        later(CONFIG.lease());
        dispatcher(delivery).deliverDue();

        assertThat(delivery.messages)
                .extracting(OutboxMessage::id)
                .containsExactly(claimed.getFirst().id());
    }

    @Test
    void workersAtOnce_neverDeliverTheSameMessage() {
        for (int number = 0; number < 60; number++) {
            put("message-" + number);
        }
        var delivery = new Recorded();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < 4; worker++) {
                threads.execute(() -> {
                    var dispatcher = dispatcher(delivery);
                    while (dispatcher.deliverDue() > 0) {
                        Thread.onSpinWait();
                    }
                });
            }
        }

        assertThat(delivery.contents()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void tenant_putsInForItselfAlone() {
        var scope = TestScopes.tenant(ACORN);

        var added = tenants.inTransaction(scope, handle -> outbox.add(handle, outgoing("own")));

        assertThat(added).isPresent();
        assertThatThrownBy(() -> tenants.inTransaction(
                        scope,
                        handle -> outbox.add(handle, new Outgoing(Optional.of(BIRCH), "test", "k", "A test", "x"))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void tenant_neitherReadsContentsNorOtherTenants() {
        put("one");

        var seen = tenants.inTransaction(
                TestScopes.tenant(BIRCH),
                handle -> handle.select("SELECT key FROM outbox")
                        .mapTo(String.class)
                        .list());

        assertThat(seen).isEmpty();
        assertThatThrownBy(() -> tenants.inTransaction(
                        TestScopes.tenant(ACORN),
                        handle -> handle.select("SELECT payload FROM outbox")
                                .mapTo(String.class)
                                .list()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void staff_haveAParkedMessageTriedAgain() {
        put("one");
        dispatcher(new Failing(DeliveryFailedException.forGood("no"))).deliverDue();
        var queries = queries();
        var parked = parked().getFirst();

        assertThat(queries.tryAgain(TestScopes.staff(), parked.id())).isTrue();
        assertThat(queries.tryAgain(TestScopes.staff(), parked.id())).isFalse();

        var delivery = new Recorded();
        dispatcher(delivery).deliverDue();
        assertThat(delivery.contents()).containsExactly("one");
        assertThat(queries.counts(TestScopes.staff())).containsEntry(OutboxEntry.State.SENT, 1L);
    }

    @Test
    void contentOfDeliveredMessages_isForgottenInTime() {
        put("one");
        dispatcher(new Recorded()).deliverDue();

        assertThat(table().forgetContentBefore(now)).isZero();
        assertThat(table().forgetContentBefore(now.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void backOff_doublesUpToItsBoundWithSpread() {
        var backOff = new BackOff(Duration.ofSeconds(30), Duration.ofHours(6));
        var random = new Random(1);

        assertThat(backOff.after(1, random)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(backOff.after(4, random)).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(backOff.after(500, random)).isBetween(Duration.ofHours(3), Duration.ofHours(6));
    }

    private Optional<UUID> put(String content) {
        return database.inTransaction(handle -> outbox.add(handle, outgoing(content)));
    }

    private static Outgoing outgoing(String content) {
        return new Outgoing(Optional.of(ACORN), "test", content, "A test", content);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private OutboxTable table() {
        return new OutboxTable(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Dispatcher dispatcher(Delivery delivery) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Dispatcher(new OutboxTable(database, clock), Map.of("test", delivery), CONFIG, clock, new Random(1));
    }

    private OutboxQueries queries() {
        return new OutboxQueries(
                new StaffDatabase(POSTGRES.as("tenantlens_staff")), new AuditTrail(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<OutboxEntry> parked() {
        return queries().entries(TestScopes.staff(), OutboxEntry.State.PARKED, 10);
    }

    private OutboxTable.Counts counts() {
        return table().counts();
    }

    private static final class Recorded implements Delivery {

        private final ConcurrentLinkedQueue<OutboxMessage> messages = new ConcurrentLinkedQueue<>();

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public void deliver(OutboxMessage message) {
            messages.add(message);
        }

        List<String> contents() {
            var contents = new ArrayList<String>();
            messages.forEach(message -> contents.add(message.payload()));
            return contents;
        }
    }

    private record Failing(DeliveryFailedException failure) implements Delivery {

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public void deliver(OutboxMessage message) throws DeliveryFailedException {
            throw failure;
        }
    }

    private static final class Broken implements Delivery {

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public void deliver(OutboxMessage message) {
            throw new IllegalStateException("a bug");
        }
    }
}

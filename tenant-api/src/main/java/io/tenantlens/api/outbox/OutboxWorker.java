package io.tenantlens.api.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps delivering while the instance runs. Any number of instances may: each message is one worker's at a time. */
@Singleton
class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);

    private final OutboxTable table;
    private final Dispatcher dispatcher;
    private final OutboxConfig config;
    private final Roles roles;
    private final Clock clock;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private volatile boolean open;
    private @Nullable Thread thread;

    @Inject
    OutboxWorker(
            WorkerDatabase database,
            @All List<Delivery> deliveries,
            OutboxConfig config,
            Roles roles,
            Clock clock,
            MeterRegistry metrics) {
        this.table = new OutboxTable(database, clock);
        this.dispatcher = new Dispatcher(
                table,
                deliveries.stream().collect(Collectors.toMap(Delivery::kind, Function.identity())),
                config,
                clock,
                RandomGenerator.getDefault());
        this.config = config;
        this.roles = roles;
        this.clock = clock;
        gauge(metrics, "tenantlens.outbox.pending", pending, "Messages that wait to be delivered");
        gauge(metrics, "tenantlens.outbox.parked", parked, "Messages given up until staff try again");
    }

    synchronized void start(@Observes StartupEvent event) {
        if (roles.works()) {
            open = true;
            thread = Thread.ofPlatform().name("outbox").start(this::run);
        }
    }

    /** Ends after the deliveries that are under way. */
    synchronized void stop(@Observes ShutdownEvent event) throws InterruptedException {
        open = false;
        if (thread != null) {
            thread.interrupt();
            thread.join();
            thread = null;
        }
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldContent() {
        if (roles.works()) {
            table.forgetContentBefore(clock.instant().minus(config.keep()));
        }
    }

    private void run() {
        while (open) {
            try {
                int tried = dispatcher.deliverDue();
                count();
                if (tried == 0) {
                    Thread.sleep(config.interval());
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "the outbox failed and starts again: %s", e.getMessage());
                pause();
            }
        }
    }

    private void count() {
        var counts = table.counts();
        pending.set(counts.pending());
        parked.set(counts.parked());
    }

    private void pause() {
        try {
            Thread.sleep(config.interval());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void gauge(MeterRegistry metrics, String name, AtomicLong value, String description) {
        Gauge.builder(name, value, AtomicLong::get).description(description).register(metrics);
    }
}

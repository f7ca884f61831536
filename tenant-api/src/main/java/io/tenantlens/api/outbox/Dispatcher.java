package io.tenantlens.api.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Delivers what is due, several messages at a time, and notes for each how that went. */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final OutboxTable table;
    private final Map<String, Delivery> deliveries;
    private final OutboxConfig config;
    private final BackOff backOff;
    private final Clock clock;
    private final RandomGenerator random;

    Dispatcher(
            OutboxTable table,
            Map<String, Delivery> deliveries,
            OutboxConfig config,
            Clock clock,
            RandomGenerator random) {
        this.table = table;
        this.deliveries = Map.copyOf(deliveries);
        this.config = config;
        this.backOff = new BackOff(config.backOff(), config.longestBackOff());
        this.clock = clock;
        this.random = random;
    }

    /** How many were tried; zero when nothing was due. */
    int deliverDue() {
        var due = table.claim(config.parallel(), config.lease());
        deliver(due);
        return due.size();
    }

    private void deliver(List<OutboxMessage> due) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(message -> threads.execute(() -> deliver(message)));
        }
    }

    private void deliver(OutboxMessage message) {
        var delivery = deliveries.get(message.kind());
        if (delivery == null) {
            table.parked(message, "this installation delivers no messages of kind " + message.kind());
            return;
        }
        try {
            delivery.deliver(message);
            table.sent(message);
        } catch (DeliveryFailedException e) {
            failed(message, e.reason(), e.isHopeless());
        } catch (RuntimeException e) {
            LOG.warnf(e, "message %s of kind %s", message.id(), message.kind());
            failed(message, e.toString(), false);
        }
    }

    private void failed(OutboxMessage message, String reason, boolean hopeless) {
        if (hopeless || message.attempt() >= config.attempts()) {
            LOG.warnf(
                    "message %s of kind %s parked after %d attempts", message.id(), message.kind(), message.attempt());
            table.parked(message, reason);
        } else {
            table.failed(message, reason, clock.instant().plus(backOff.after(message.attempt(), random)));
        }
    }
}

package io.tenantlens.standalone.demo;

import io.tenantlens.standalone.remotewrite.WriteRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Sends what the shops did before the demo started: many samples of a series a request, several shops at a time. */
final class History {

    private static final int SENDERS = 4;
    private static final int BODY_BYTES = 1 << 20;

    /** Just before the end of its hour or day, to which the increase then belongs. */
    private static final Duration BEFORE_END = Duration.ofSeconds(30);

    /** A gauge whose value counts for as long as it holds is sent hourly from the first day on. */
    private static final Set<String> HELD = Set.of("storage_usage_bytes");

    private final PortalApi portal;
    private final World world;
    private final WorldFile.Saved saved;

    History(PortalApi portal, WorldFile.Saved saved) {
        this.portal = portal;
        this.saved = saved;
        this.world = saved.world();
    }

    /** Sends what happened after one instant and until another; returns once all of it is acknowledged. */
    void send(List<DemoTenant> tenants, Instant after, Instant until, IntConsumer tenantsDone)
            throws IOException, InterruptedException {
        var times = between(times(until), after, until);
        var heldTimes = between(hourly(world.origin(), until), after, until);
        var done = new AtomicInteger();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var sent = new ArrayList<Future<?>>();
            for (var tenant : tenants) {
                sent.add(senders.submit(() -> {
                    send(tenant, times, heldTimes);
                    tenantsDone.accept(done.incrementAndGet());
                    return tenant;
                }));
            }
            for (var future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    private void send(DemoTenant tenant, List<Instant> times, List<Instant> heldTimes)
            throws IOException, InterruptedException {
        var moments = moments(tenant, times);
        var held = moments(tenant, heldTimes);
        var body = new WriteRequest();
        for (var series : SeriesPlan.of(tenant)) {
            var of = HELD.contains(series.metric()) ? held : moments;
            body.series(WriteRequest.labels(series.remoteLabels()), times(of), values(series, of));
            if (body.uncompressedBytes() > BODY_BYTES) {
                portal.write(body.compress());
            }
        }
        portal.write(body.compress());
    }

    private List<Moment> moments(DemoTenant tenant, List<Instant> times) {
        var traffic = new Traffic(world, tenant, saved.extra(tenant));
        return times.stream().map(traffic::at).toList();
    }

    private static List<Instant> between(List<Instant> times, Instant after, Instant until) {
        return times.stream()
                .filter(at -> at.isAfter(after) && !at.isAfter(until))
                .toList();
    }

    /** The origin, the ends of days, then the ends of hours. */
    List<Instant> times(Instant until) {
        var times = new ArrayList<Instant>();
        times.add(world.origin());
        for (var end = world.origin().plus(Duration.ofDays(1));
                !end.isAfter(world.hourlyFrom());
                end = end.plus(Duration.ofDays(1))) {
            times.add(end.minus(BEFORE_END));
        }
        times.addAll(hourly(world.hourlyFrom(), until));
        return List.copyOf(times);
    }

    private static List<Instant> hourly(Instant from, Instant until) {
        var times = new ArrayList<Instant>();
        for (var end = from.plus(Duration.ofHours(1)); !end.isAfter(until); end = end.plus(Duration.ofHours(1))) {
            times.add(end.minus(BEFORE_END));
        }
        return times;
    }

    private static long[] times(List<Moment> moments) {
        return moments.stream().mapToLong(moment -> moment.at().toEpochMilli()).toArray();
    }

    private static double[] values(DemoSeries series, List<Moment> moments) {
        return moments.stream().mapToDouble(series.value()).toArray();
    }
}

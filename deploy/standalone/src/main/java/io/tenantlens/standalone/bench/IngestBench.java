package io.tenantlens.standalone.bench;

import io.tenantlens.standalone.launcher.Failure;
import io.tenantlens.standalone.remotewrite.RemoteWriteClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Acknowledged samples a second and a CPU-second, remote write 1.0. The CPU-seconds are those of the portal and its PostgreSQL until everything that was
 * acknowledged is in the roll-ups; a peer is charged for what its process used.
 */
final class IngestBench {

    private static final double CAUGHT_UP_SECONDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration HISTORY = Duration.ofHours(12);

    private final Instance instance;
    private final Duration duration;
    private final int series;
    private final int clients;
    private final String peer;

    IngestBench(Instance instance, Options options) {
        this.instance = instance;
        duration = Duration.ofSeconds(options.number("--seconds", 30));
        series = options.number("--series", 10_000);
        clients = options.number("--clients", 4);
        peer = options.text("--peer").orElse("");
    }

    Map<String, Object> run() {
        instance.register(IntStream.range(0, SeriesSet.TENANTS)
                .mapToObj(SeriesSet::tenant)
                .toList());
        var token = instance.ingestToken();
        var own = measure(new RemoteWriteClient(instance.portal("/api/v1/write"), token), instance::use, true);
        own.put("lagSeconds", instance.lagSeconds());
        own.put("portalResidentMiB", instance.portalUse().residentMebibytes());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "ingest");
        figures.put("series", series);
        figures.put("samplesPerRequest", SeriesSet.SAMPLES_PER_REQUEST);
        figures.put("clients", clients);
        figures.put("tenantlens", own);
        if (!peer.isEmpty()) {
            var other = measurePeer();
            figures.put("peer", other);
            figures.put("ratioPerCpuSecond", rounded(perCpuSecond(own) / perCpuSecond(other)));
        }
        return figures;
    }

    private Map<String, Object> measurePeer() {
        var url = URI.create(peer);
        try {
            var pid = PortOwner.find(url.getPort())
                    .orElseThrow(() -> new Failure("no process of this machine listens on the port of " + peer));
            return measure(new RemoteWriteClient(url, () -> ""), () -> ProcessUse.of(pid), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> measure(RemoteWriteClient receiver, Supplier<ProcessUse> use, boolean awaitFold) {
        var history = Instant.now().minus(HISTORY).toEpochMilli();
        var run = Long.toString(history, Character.MAX_RADIX);
        var warm = new WriteLoad(receiver, new SeriesSet(series, run, history), clients).run(WARM_UP);
        settle(awaitFold);
        var before = use.get();
        var next = new SeriesSet(series, run, history + warm.rounds() * SeriesSet.STEP_MILLIS);
        var outcome = new WriteLoad(receiver, next, clients).run(duration);
        var lag = awaitFold ? instance.lagSeconds() : 0;
        var caughtUpAfter = settle(awaitFold);
        var cpu = use.get().cpuSeconds() - before.cpuSeconds();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("samples", outcome.samples());
        figures.put("samplesPerSecond", Math.round(outcome.samples() / outcome.seconds()));
        figures.put("cpuSeconds", rounded(cpu));
        figures.put("samplesPerCpuSecond", Math.round(outcome.samples() / cpu));
        figures.put("requestP50Millis", Percentile.millis(outcome.waitNanos(), 50));
        figures.put("requestP99Millis", Percentile.millis(outcome.waitNanos(), 99));
        if (awaitFold) {
            figures.put("lagAtEndOfLoadSeconds", lag);
            figures.put("foldedAfterSeconds", rounded(caughtUpAfter));
        }
        return figures;
    }

    /** Waits until the roll-ups hold all that was acknowledged; returns how long that took. */
    private double settle(boolean awaitFold) {
        var begun = System.nanoTime();
        while (awaitFold && instance.lagSeconds() > CAUGHT_UP_SECONDS) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new Failure("the roll-ups are still behind after " + PATIENCE.toMinutes() + " minutes");
            }
            pause();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double perCpuSecond(Map<String, Object> figures) {
        return figures.get("samplesPerCpuSecond") instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

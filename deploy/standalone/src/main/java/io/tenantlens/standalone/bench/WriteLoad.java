package io.tenantlens.standalone.bench;

import io.tenantlens.standalone.remotewrite.RemoteWriteClient;
import io.tenantlens.standalone.remotewrite.WriteRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a stream of requests with several clients for a while; each round waits for the one before, as a sender's shards do. */
final class WriteLoad {

    private final RemoteWriteClient receiver;
    private final SeriesSet series;
    private final int clients;

    WriteLoad(RemoteWriteClient receiver, SeriesSet series, int clients) {
        this.receiver = receiver;
        this.series = series;
        this.clients = clients;
    }

    /** Acknowledged samples, the rounds of the fastest client, the time it took, and how long each request waited. */
    record Outcome(long samples, long rounds, double seconds, List<Long> waitNanos) {}

    /** A client owns every n-th request of a round, so the samples of a series stay in order. */
    Outcome run(Duration duration) {
        var samples = new AtomicLong();
        var rounds = new AtomicLong();
        var begun = System.nanoTime();
        var deadline = begun + duration.toNanos();
        var waits = new ArrayList<Long>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<List<Long>>>();
            for (var client = 0; client < clients; client++) {
                var number = client;
                running.add(threads.submit(() -> send(number, deadline, samples, rounds)));
            }
            for (var client : running) {
                waits.addAll(client.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new Outcome(samples.get(), rounds.get(), (System.nanoTime() - begun) / 1e9, waits);
    }

    private List<Long> send(int client, long deadline, AtomicLong samples, AtomicLong rounds)
            throws IOException, InterruptedException {
        var body = new WriteRequest();
        var waits = new ArrayList<Long>();
        var perRound = series.requestsPerRound();
        for (long round = 0; System.nanoTime() < deadline; round++) {
            rounds.accumulateAndGet(round + 1, Math::max);
            for (var slot = client; slot < perRound; slot += clients) {
                var bytes = series.request(round * perRound + slot, body);
                var sent = System.nanoTime();
                var answer = receiver.send(bytes);
                waits.add(System.nanoTime() - sent);
                if (answer.statusCode() / 100 != 2) {
                    throw new IOException("receiver answered " + answer.statusCode() + ": " + answer.body());
                }
                samples.addAndGet(SeriesSet.SAMPLES_PER_REQUEST);
            }
        }
        return waits;
    }
}

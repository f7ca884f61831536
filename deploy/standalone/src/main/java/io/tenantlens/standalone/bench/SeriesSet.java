package io.tenantlens.standalone.bench;

import io.tenantlens.standalone.remotewrite.WriteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counters of many tenants as a shop platform has them, each increased in every round. */
final class SeriesSet {

    static final int TENANTS = 20;
    static final int SAMPLES_PER_REQUEST = 500;
    static final int STEP_MILLIS = 1_000;

    private final List<byte[]> labels = new ArrayList<>();
    private final long start;

    /**
     * @param run sets the series of one benchmark apart from those of another, whose samples would be late
     */
    SeriesSet(int size, String run, long startMillis) {
        start = startMillis;
        for (var i = 0; i < size; i++) {
            var of = new TreeMap<String, String>();
            of.put("__name__", "http_requests_total");
            of.put("endpoint", "/api/v1/resource-" + i / TENANTS % 50);
            of.put("instance", "shop-" + i / (TENANTS * 50) + ":8080");
            of.put("job", "ecommerce-api");
            of.put("method", "GET");
            of.put("run", run);
            of.put("status", "200");
            of.put("tenant_id", tenant(i % TENANTS));
            labels.add(WriteRequest.labels(of));
        }
    }

    static String tenant(int index) {
        return String.format("bench-%02d", index + 1);
    }

    int requestsPerRound() {
        return Math.ceilDiv(labels.size(), SAMPLES_PER_REQUEST);
    }

    /** The next request of the endless stream: rounds follow each other, each one step later. */
    byte[] request(long index, WriteRequest body) {
        var round = index / requestsPerRound();
        var first = (int) (index % requestsPerRound()) * SAMPLES_PER_REQUEST;
        var at = new long[] {start + round * STEP_MILLIS};
        var value = new double[] {round * 3.0};
        for (var i = first; i < Math.min(first + SAMPLES_PER_REQUEST, labels.size()); i++) {
            body.series(labels.get(i), at, value);
        }
        return body.compress();
    }
}

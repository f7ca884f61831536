package io.tenantlens.api.ingest.remotewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remote write requests as Prometheus would send them. */
public final class Requests {

    public static final String V1 = "application/x-protobuf";
    public static final String V2 = "application/x-protobuf;proto=io.prometheus.write.v2.Request";

    private Requests() {}

    public static Proto series(Map<String, String> labels, Proto... samples) {
        var series = new Proto();
        new TreeMap<>(labels)
                .forEach((name, value) ->
                        series.message(1, new Proto().text(1, name).text(2, value)));
        for (var sample : samples) {
            series.message(2, sample);
        }
        return series;
    }

    public static Proto sample(double value, long timestamp) {
        return new Proto().float64(1, value).int64(2, timestamp);
    }

    public static byte[] v1(Proto... series) {
        var request = new Proto();
        for (var each : series) {
            request.message(1, each);
        }
        return request.snappy();
    }

    /** A 2.0 request under construction: knows its symbols. */
    public static final class Version2 {

        private final List<String> symbols = new ArrayList<>(List.of(""));
        private final List<Proto> series = new ArrayList<>();

        public int symbol(String text) {
            int known = symbols.indexOf(text);
            if (known >= 0) {
                return known;
            }
            symbols.add(text);
            return symbols.size() - 1;
        }

        public int[] references(Map<String, String> labels) {
            var references = new ArrayList<Integer>();
            new TreeMap<>(labels).forEach((name, value) -> {
                references.add(symbol(name));
                references.add(symbol(value));
            });
            return references.stream().mapToInt(Integer::intValue).toArray();
        }

        /** A series without samples yet. */
        public Proto add(Map<String, String> labels) {
            var added = new Proto().packedUint32(1, references(labels));
            series.add(added);
            return added;
        }

        public byte[] body() {
            return Proto.snappy(unpacked());
        }

        byte[] unpacked() {
            var request = new Proto();
            symbols.forEach(symbol -> request.text(4, symbol));
            series.forEach(each -> request.message(5, each));
            return request.toBytes();
        }
    }
}

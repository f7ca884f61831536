package io.tenantlens.api.ingest.admission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What of one request was not let in: how often for which reason, and the first few in words. */
public final class Rejections {

    private static final int EXPLAINED = 3;

    private final Map<RejectionReason, Integer> counts = new EnumMap<>(RejectionReason.class);
    private final List<String> details = new ArrayList<>();

    public void add(RejectionReason reason, String detail) {
        counts.merge(reason, 1, Integer::sum);
        if (details.size() < EXPLAINED) {
            details.add(reason.label() + ": " + detail);
        }
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public boolean has(RejectionReason reason) {
        return counts.containsKey(reason);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public Map<RejectionReason, Integer> counts() {
        return new EnumMap<>(counts);
    }

    /** For the sender's log: how many, and the first few with their reason. */
    public String message() {
        int more = total() - details.size();
        return total() + " refused; " + String.join("; ", details) + (more > 0 ? "; and " + more + " more" : "");
    }
}

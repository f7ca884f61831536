package io.tenantlens.api.ingest.event;

import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.admission.Rejections;
import io.tenantlens.api.ingest.event.EventsAnswer.Rejected;
import io.tenantlens.cost.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The events of one request, sorted into those to store, those that were said before, and those refused. */
final class EventBatch {

    /** An event and its place in the request. */
    private record Placed(int index, UsageEvent event) {}

    private final SortedMap<EventKey, Placed> candidates = new TreeMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Rejections rejections = new Rejections();
    private int duplicates;

    /** Adds a valid event. One that stands in the request twice counts once. */
    void add(int index, UsageEvent event) {
        var first = candidates.putIfAbsent(event.key(), new Placed(index, event));
        if (first != null) {
            repeated(index, event, first.event.contentHash());
        }
    }

    void reject(int index, RejectionReason reason, String detail) {
        rejected.add(new Rejected(index, detail));
        rejections.add(reason, detail);
    }

    /** Takes out the events that were accepted in earlier requests: the same content is fine, another is not. */
    void removeKnown(Map<EventKey, String> hashes) {
        hashes.forEach((key, hash) -> {
            var known = candidates.remove(key);
            if (known != null) {
                repeated(known.index, known.event, hash);
            }
        });
    }

    private void repeated(int index, UsageEvent event, String firstHash) {
        if (event.contentHash().equals(firstHash)) {
            duplicates++;
        } else {
            var key = event.key();
            reject(
                    index,
                    RejectionReason.CONFLICT,
                    "event " + key.id() + " of " + key.source() + " was sent before with other content");
        }
    }

    /** What is left to store, in the order in which all writers of events lock them. */
    List<UsageEvent> candidates() {
        return candidates.values().stream().map(Placed::event).toList();
    }

    List<EventKey> keys() {
        return List.copyOf(candidates.keySet());
    }

    Map<TenantId, Integer> countByTenant() {
        var counts = new HashMap<TenantId, Integer>();
        candidates.keySet().forEach(key -> counts.merge(key.tenant(), 1, Integer::sum));
        return counts;
    }

    Rejections rejections() {
        return rejections;
    }

    EventsAnswer answer() {
        return new EventsAnswer(candidates.size(), duplicates, rejected);
    }
}

package io.tenantlens.api.ingest.event;

import java.util.Comparator;
import java.util.List;

/** What became of a batch; the names are the members of the answer's JSON. */
record EventsAnswer(int accepted, int duplicates, List<Rejected> rejected) {

    /** An event that was not let in, by its place in the batch. */
    record Rejected(int index, String detail) {}

    EventsAnswer {
        rejected = rejected.stream()
                .sorted(Comparator.comparingInt(Rejected::index))
                .toList();
    }
}

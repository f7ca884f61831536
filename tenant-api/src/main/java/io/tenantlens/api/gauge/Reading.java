package io.tenantlens.api.gauge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a source said, when, and how long it took to say. */
record Reading(List<Gauge> gauges, Instant readAt, Duration took) {

    Reading {
        gauges = List.copyOf(gauges);
    }
}

package io.tenantlens.api.fold;

import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.Shards;

/** What a folder keeps of a shard between folds; true only for the position up to which it was made. */
final class ShardMemory {

    private final SeriesMemory series;
    private final Elections elections = new Elections();
    private final PendingSamples pending = new PendingSamples();
    private long position;
    private int folds;

    ShardMemory(Shards shards, int shard, MeterCatalogue catalogue, long position) {
        this.series = new SeriesMemory(shards, shard, catalogue);
        this.position = position;
    }

    SeriesMemory series() {
        return series;
    }

    Elections elections() {
        return elections;
    }

    PendingSamples pending() {
        return pending;
    }

    long position() {
        return position;
    }

    void moveTo(long next) {
        position = next;
    }

    int nextFold() {
        return ++folds;
    }
}

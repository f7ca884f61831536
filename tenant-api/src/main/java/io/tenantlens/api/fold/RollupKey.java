package io.tenantlens.api.fold;

import io.tenantlens.api.meter.Aggregation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a tenant's usage: a meter with its dimensions. Keeps what the running fold adds to it, by time. */
final class RollupKey {

    /** Which part of a distribution a key adds to; other meters have but one. */
    enum Part {
        QUANTITY,
        BUCKET,
        SUM,
        WHOLE
    }

    private static final int FEW = 8;

    /** What makes a line the same. */
    record Id(TenantState tenant, String meter, String dimensions, Part part, double bound) {}

    final Id id;
    final Aggregation aggregation;
    final int scale;

    /** Null where no totals of the platform are kept. */
    final @Nullable String platformDimensions;

    private Map<Long, Slot> slots = new HashMap<>(2);
    private @Nullable Slot current;
    private int fold = -1;
    private long writtenHour = Long.MIN_VALUE;

    RollupKey(Id id, Aggregation aggregation, int scale, @Nullable String platformDimensions) {
        this.id = id;
        this.aggregation = aggregation;
        this.scale = scale;
        this.platformDimensions = platformDimensions;
    }

    Slot slot(Rollup rollup, long time) {
        var slot = current;
        if (slot != null && fold == rollup.fold() && slot.segment.contains(time)) {
            return slot;
        }
        if (fold != rollup.fold()) {
            forget();
            fold = rollup.fold();
        }
        var segment = id.tenant.clock().segment(time);
        slot = slots.get(segment.start());
        if (slot == null) {
            slot = new Slot(this, segment);
            slots.put(segment.start(), slot);
            rollup.add(slot);
        }
        current = slot;
        return slot;
    }

    /** Lets go of what the fold found: a history leaves thousands of slots a line. */
    void forget() {
        current = null;
        if (slots.size() > FEW) {
            slots = new HashMap<>(2);
        } else {
            slots.clear();
        }
    }

    /** Whether the row of this hour is there already, so that nothing to add means nothing to write. */
    boolean isWritten(long hour) {
        return writtenHour == hour;
    }

    void written(long hour) {
        writtenHour = hour;
    }
}

package io.tenantlens.sla.json;

import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.month.FrozenMonth;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A closed month as it was frozen, with what was found to have changed since. */
record FrozenJson(int revision, Instant frozenAt, String checksum, List<RevisionJson> revisions) {

    /** A state of the month; its changes are what differs from the one before. */
    record RevisionJson(
            int revision,
            Instant frozenAt,
            String good,
            String total,
            @Nullable String creditPercent,
            List<String> changes,
            String checksum) {

        static RevisionJson of(FrozenMonth frozen) {
            var credit = frozen.creditPercent();
            return new RevisionJson(
                    frozen.revision(),
                    frozen.frozenAt(),
                    NumberText.of(frozen.counted().good()),
                    NumberText.of(frozen.counted().total()),
                    credit == null ? null : NumberText.of(credit),
                    frozen.changes(),
                    frozen.checksum());
        }
    }

    /** Null while the month is open. */
    static @Nullable FrozenJson of(List<FrozenMonth> revisions) {
        if (revisions.isEmpty()) {
            return null;
        }
        var last = revisions.getLast();
        return new FrozenJson(
                last.revision(),
                last.frozenAt(),
                last.checksum(),
                revisions.stream().map(RevisionJson::of).toList());
    }
}

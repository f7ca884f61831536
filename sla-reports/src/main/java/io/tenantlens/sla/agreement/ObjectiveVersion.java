package io.tenantlens.sla.agreement;

import io.tenantlens.sla.reading.Promise;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A promise to somebody from a day on.
 *
 * @param until the first day on which the promise of the tier applies again; null for no end
 */
public record ObjectiveVersion(
        Holder holder, Promise promise, @Nullable LocalDate until) {

    public LocalDate from() {
        return promise.objective().validFrom();
    }
}

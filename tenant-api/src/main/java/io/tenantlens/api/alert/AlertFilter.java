package io.tenantlens.api.alert;

import io.tenantlens.cost.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for.
 *
 * @param state null for those that are on and those that are over
 * @param severity null for any
 * @param tenant null for any; asked by staff alone, as a tenant sees its own in any case
 * @param since only those that were on after it
 */
public record AlertFilter(
        @Nullable State state,
        @Nullable String severity,
        @Nullable TenantId tenant,
        Instant since,
        int limit) {

    public static final int MOST = 1_000;

    /** On, or over. */
    public enum State {
        FIRING,
        RESOLVED
    }

    public AlertFilter {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be from 1 to " + MOST + ": " + limit);
        }
    }

    /** All that are on. */
    public static AlertFilter active() {
        return new AlertFilter(State.FIRING, null, null, Instant.EPOCH, MOST);
    }

    /** All that are over and ended after an instant. */
    public static AlertFilter endedSince(Instant since) {
        return new AlertFilter(State.RESOLVED, null, null, since, MOST);
    }

    public AlertFilter of(TenantId one) {
        return new AlertFilter(state, severity, one, since, limit);
    }
}

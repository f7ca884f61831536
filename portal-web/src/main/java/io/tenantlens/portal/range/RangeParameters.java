package io.tenantlens.portal.range;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a range as they were sent: {@code from} and {@code to} are dates in the tenant's zone. */
public record RangeParameters(
        @RestQuery("from") @Nullable String from,
        @RestQuery("to") @Nullable String to,
        @RestQuery("compare") @Nullable String compare) {}

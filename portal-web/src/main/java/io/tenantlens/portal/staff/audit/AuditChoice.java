package io.tenantlens.portal.staff.audit;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the trail is narrowed by, as sent; the last day is included. */
record AuditChoice(
        @RestQuery("tenant") @Nullable String tenant,
        @RestQuery("actor") @Nullable String actor,
        @RestQuery("action") @Nullable String action,
        @RestQuery("from") @Nullable String from,
        @RestQuery("to") @Nullable String to,
        @RestQuery("before") @Nullable String before) {}

package io.tenantlens.portal.tenant.usage;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What of the usage the reader wants to see, as sent: a meter, a dimension to group by, and the order of the table. */
record UsageChoice(
        @RestQuery("meter") @Nullable String meter,
        @RestQuery("groupBy") @Nullable String groupBy,
        @RestQuery("sort") @Nullable String sort) {}

package io.tenantlens.portal.staff.revenue;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the table of tenants is searched and sorted by, as sent. */
record RevenueChoice(
        @RestQuery("q") @Nullable String text,
        @RestQuery("sort") @Nullable String sort,
        @RestQuery("page") @Nullable String page) {}

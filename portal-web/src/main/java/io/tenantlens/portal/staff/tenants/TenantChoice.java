package io.tenantlens.portal.staff.tenants;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list is searched, filtered and sorted by, as sent. */
record TenantChoice(
        @RestQuery("q") @Nullable String text,
        @RestQuery("tier") @Nullable String tier,
        @RestQuery("status") @Nullable String status,
        @RestQuery("sort") @Nullable String sort,
        @RestQuery("page") @Nullable String page) {}

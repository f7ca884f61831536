package io.tenantlens.portal.table;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a table is searched and sorted by, as sent. */
public record TableChoice(
        @RestQuery("q") @Nullable String text,
        @RestQuery("sort") @Nullable String sort,
        @RestQuery("page") @Nullable String page) {}

package io.tenantlens.portal.staff.sla.ranking;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the ranking is narrowed to, as sent. */
record RankingChoice(
        @RestQuery("month") @Nullable String month,
        @RestQuery("q") @Nullable String text,
        @RestQuery("tier") @Nullable String tier,
        @RestQuery("state") @Nullable String state,
        @RestQuery("page") @Nullable String page) {}

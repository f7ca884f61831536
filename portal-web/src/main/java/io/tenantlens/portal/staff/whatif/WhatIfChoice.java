package io.tenantlens.portal.staff.whatif;

import io.tenantlens.portal.range.QueryText;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as sent.
 *
 * @param card a card by plan, currency and day, or the id of a draft
 * @param plan for whom; empty for those on the card's plan, {@code all} for everybody in its currency
 */
record WhatIfChoice(
        @RestQuery("card") @Nullable String card,
        @RestQuery("month") @Nullable String month,
        @RestQuery("plan") @Nullable String plan,
        @RestQuery("sort") @Nullable String sort,
        @RestQuery("page") @Nullable String page) {

    static final String PATH = "/staff/ratecards/what-if";
    static final int SIZE = 50;

    int pageNumber() {
        return page != null && page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
    }

    String address(String path, String otherSort, int otherPage) {
        var query = QueryText.of(Map.of(
                "card",
                card == null ? "" : card,
                "month",
                month == null ? "" : month,
                "plan",
                plan == null ? "" : plan,
                "sort",
                otherSort,
                "page",
                otherPage == 1 ? "" : "" + otherPage));
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }
}

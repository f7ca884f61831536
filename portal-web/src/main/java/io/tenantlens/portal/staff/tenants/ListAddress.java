package io.tenantlens.portal.staff.tenants;

import io.tenantlens.api.directory.TenantSearch;
import io.tenantlens.api.directory.TenantSearch.Direction;
import io.tenantlens.api.directory.TenantSearch.Order;
import io.tenantlens.portal.range.QueryText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address of a state of the list. What was sent and makes no sense is read as not sent. */
record ListAddress(String text, String tier, String status, String sort, int page) {

    static final List<String> TIERS = List.of("starter", "growth", "enterprise");
    static final List<String> STATES = List.of("active", "churned");
    static final int SIZE = 50;

    private static final String PATH = "/staff/tenants";
    private static final Map<String, Order> ORDERS = Map.of(
            "name", Order.NAME,
            "tier", Order.TIER,
            "signedUp", Order.SIGNED_UP,
            "status", Order.STATUS,
            "requests", Order.REQUESTS,
            "failed", Order.FAILED,
            "lastSeen", Order.LAST_SEEN);
    private static final int LAST_PAGE = 10_000;

    static ListAddress of(TenantChoice sent) {
        var sort = sent.sort() == null ? "" : sent.sort();
        return new ListAddress(
                sent.text() == null ? "" : sent.text().strip(),
                known(sent.tier(), Set.copyOf(TIERS)),
                known(sent.status(), Set.copyOf(STATES)),
                ORDERS.containsKey(column(sort)) ? sort : "name",
                pageNumber(sent.page()));
    }

    TenantSearch search() {
        return new TenantSearch(
                text,
                tier.isEmpty() ? null : tier,
                status.isEmpty() ? null : status,
                ORDERS.getOrDefault(column(sort), Order.NAME),
                sort.startsWith("-") ? Direction.DESC : Direction.ASC,
                (page - 1) * SIZE,
                SIZE);
    }

    String url() {
        var query = QueryText.of(Map.of(
                "q",
                text,
                "tier",
                tier,
                "status",
                status,
                "sort",
                sort.equals("name") ? "" : sort,
                "page",
                page == 1 ? "" : "" + page));
        return query.isEmpty() ? PATH : PATH + "?" + query.substring(1);
    }

    ListAddress onPage(int other) {
        return new ListAddress(text, tier, status, sort, other);
    }

    /** Figures start with the highest, words with the first; the same column again turns round. */
    ListAddress sortedBy(String column, boolean figure) {
        var first = figure ? "-" + column : column;
        var second = figure ? column : "-" + column;
        return new ListAddress(text, tier, status, sort.equals(first) ? second : first, 1);
    }

    /** The value for {@code aria-sort}. */
    String sortedness(String column) {
        if (!column(sort).equals(column)) {
            return "none";
        }
        return sort.startsWith("-") ? "descending" : "ascending";
    }

    private static String column(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static String known(@Nullable String value, Set<String> values) {
        return value != null && values.contains(value) ? value : "";
    }

    private static int pageNumber(@Nullable String sent) {
        try {
            return sent == null ? 1 : Math.clamp(Integer.parseInt(sent), 1, LAST_PAGE);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}

package io.tenantlens.portal.staff.tenants;

import io.tenantlens.api.directory.TenantSearch;
import io.tenantlens.api.directory.TenantSearch.Direction;
import io.tenantlens.api.directory.TenantSearch.Order;
import io.tenantlens.portal.range.QueryText;
import io.tenantlens.portal.range.TableOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address of a state of the list. What was sent and makes no sense is read as not sent. */
record ListAddress(String text, String tier, String status, TableOrder order) {

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

    static ListAddress of(TenantChoice sent) {
        return new ListAddress(
                sent.text() == null ? "" : sent.text().strip(),
                known(sent.tier(), Set.copyOf(TIERS)),
                known(sent.status(), Set.copyOf(STATES)),
                TableOrder.of(sent.sort(), sent.page(), ORDERS.keySet(), "name"));
    }

    TenantSearch search() {
        return new TenantSearch(
                text,
                tier.isEmpty() ? null : tier,
                status.isEmpty() ? null : status,
                ORDERS.getOrDefault(order.column(), Order.NAME),
                order.isDescending() ? Direction.DESC : Direction.ASC,
                (order.page() - 1) * SIZE,
                SIZE);
    }

    String url() {
        return QueryText.address(PATH, order.with(Map.of("q", text, "tier", tier, "status", status)));
    }

    ListAddress in(TableOrder other) {
        return new ListAddress(text, tier, status, other);
    }

    private static String known(@Nullable String value, Set<String> values) {
        return value != null && values.contains(value) ? value : "";
    }
}

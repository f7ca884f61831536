package io.tenantlens.portal.staff.features;

import io.tenantlens.portal.range.QueryText;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which tenants the reader wants, as sent. What makes no sense is read as not sent. */
record FeatureChoice(
        @RestQuery("tier") @Nullable String tier,
        @RestQuery("page") @Nullable String page) {

    static final String PATH = "/staff/features";
    static final List<String> TIERS = List.of("starter", "growth", "enterprise");
    static final int SIZE = 50;

    @Nullable
    String knownTier() {
        return tier != null && TIERS.contains(tier) ? tier : null;
    }

    int number() {
        return page != null && page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
    }

    String address(String path, int other) {
        var chosen = knownTier();
        return address(path, chosen == null ? "" : chosen, other);
    }

    static String address(String path, String tier, int page) {
        var query = QueryText.of(Map.of("tier", tier, "page", page == 1 ? "" : "" + page));
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }
}

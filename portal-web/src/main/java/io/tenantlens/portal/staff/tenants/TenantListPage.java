package io.tenantlens.portal.staff.tenants;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list.
 *
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 */
public record TenantListPage(
        PageFrame frame,
        Filters filters,
        String shown,
        List<Column> columns,
        List<TenantRow> rows,
        @Nullable String previous,
        @Nullable String next) {

    /** What the form of the list holds. */
    public record Filters(String text, String sort, List<Option> tiers, List<Option> states) {}

    /** A value of a filter. */
    public record Option(String value, String title, boolean chosen) {}

    /** A column that sorts. */
    public record Column(String title, String href, String sorted, boolean figure) {}
}

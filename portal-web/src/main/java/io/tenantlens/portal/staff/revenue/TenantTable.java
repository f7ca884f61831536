package io.tenantlens.portal.staff.revenue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the tenants by what they took in.
 *
 * @param shown which of how many, such as 1–50 of 2,000
 * @param csv the address of all of them as CSV
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 */
public record TenantTable(
        String text,
        String sort,
        String range,
        String shown,
        List<Column> columns,
        List<Row> rows,
        String csv,
        @Nullable String previous,
        @Nullable String next) {

    /** A column that sorts. */
    public record Column(String title, String href, String sorted, boolean amount) {}

    /** What a tenant took in. */
    public record Row(
            String slug,
            String name,
            String tier,
            String revenue,
            String share,
            String change,
            String orders,
            String averageOrder) {}
}

package io.tenantlens.portal.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one page of a table but its rows.
 *
 * @param path of the page that has the table
 * @param kept the page's other parameters, as a query
 * @param shown which of how many, such as 1–50 of 2,000
 * @param csv the address of all rows as CSV
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 */
public record TableFrame(
        String path,
        String kept,
        String text,
        String sort,
        String shown,
        List<Head> heads,
        String csv,
        @Nullable String previous,
        @Nullable String next) {

    /** The head of a column. */
    public record Head(String title, String href, String sorted, boolean amount) {}
}

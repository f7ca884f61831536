package io.tenantlens.portal.range;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which column a table is sorted, and which page of it is shown.
 *
 * @param sort the column, after a minus where the highest comes first
 * @param usual the same for a table that nobody has sorted yet, which the address leaves out
 */
public record TableOrder(String sort, int page, String usual) {

    private static final int LAST_PAGE = 10_000;

    /** As sent; what makes no sense is read as not sent. */
    public static TableOrder of(@Nullable String sort, @Nullable String page, Set<String> columns, String usual) {
        var known = sort != null && columns.contains(column(sort)) ? sort : usual;
        return new TableOrder(known, pageNumber(page), usual);
    }

    /** The number of a page as sent, or the first. */
    public static int pageNumber(@Nullable String sent) {
        return sent != null && sent.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(sent), 1, LAST_PAGE) : 1;
    }

    public String column() {
        return column(sort);
    }

    public boolean isDescending() {
        return sort.startsWith("-");
    }

    public TableOrder onPage(int other) {
        return new TableOrder(sort, other, usual);
    }

    /** Figures start with the highest, words with the first; the same column again turns round. */
    public TableOrder sortedBy(String column, boolean figure) {
        var first = figure ? "-" + column : column;
        var second = figure ? column : "-" + column;
        return new TableOrder(sort.equals(first) ? second : first, 1, usual);
    }

    /** The value for {@code aria-sort}. */
    public String sortedness(String column) {
        if (!column().equals(column)) {
            return "none";
        }
        return isDescending() ? "descending" : "ascending";
    }

    /** As parameters of an address, together with the table's own. */
    public Map<String, String> with(Map<String, String> own) {
        var all = new HashMap<>(own);
        all.put("sort", sort.equals(usual) ? "" : sort);
        all.put("page", page == 1 ? "" : "" + page);
        return all;
    }

    private static String column(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }
}

package io.tenantlens.portal.table;

import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.QueryText;
import io.tenantlens.portal.table.TableFrame.Head;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Searches, sorts and pages rows. What was sent and makes no sense is read as not sent. */
public final class TableView<T> {

    private static final int SIZE = 50;

    private final Table<T> table;
    private final String kept;
    private final Look look;
    private final String text;
    private final String sort;
    private final int page;

    /**
     * What a table is.
     *
     * @param byDefault the column that it is sorted by unless the reader chooses, with a minus for the largest first
     * @param searched the text that a search looks at
     */
    public record Table<T>(
            String path, List<Column<T>> columns, String byDefault, Function<T, String> searched, Comparator<T> ties) {

        private Optional<Column<T>> column(String name) {
            return columns.stream().filter(column -> column.name().equals(name)).findFirst();
        }
    }

    /** @param kept the page's other parameters, as a query without question mark */
    public TableView(Table<T> table, TableChoice sent, String kept, Look look) {
        this.table = table;
        this.kept = kept;
        this.look = look;
        this.text = sent.text() == null ? "" : sent.text().strip();
        this.sort =
                sent.sort() != null && table.column(name(sent.sort())).isPresent() ? sent.sort() : table.byDefault();
        this.page = pageNumber(sent.page());
    }

    /** Those that the search finds, in the chosen order. */
    public List<T> sorted(List<T> all) {
        var order = table.column(name(sort)).map(Column::order).orElse(table.ties());
        var wanted = text.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one ->
                        table.searched().apply(one).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted((sort.startsWith("-") ? order.reversed() : order).thenComparing(table.ties()))
                .toList();
    }

    /** Of those, the ones on this page. */
    public List<T> shown(List<T> sorted) {
        return sorted.subList(first(sorted), Math.min(first(sorted) + SIZE, sorted.size()));
    }

    public TableFrame frame(List<T> sorted) {
        int from = first(sorted);
        int to = Math.min(from + SIZE, sorted.size());
        return new TableFrame(
                table.path(),
                kept,
                text,
                sort,
                sorted.isEmpty()
                        ? "None"
                        : "%s–%s of %s".formatted(look.number(from + 1L), look.number(to), look.number(sorted.size())),
                table.columns().stream().map(this::head).toList(),
                table.path() + ".csv" + query(sort, 1),
                page > 1 ? table.path() + query(sort, page - 1) : null,
                to < sorted.size() ? table.path() + query(sort, page + 1) : null);
    }

    private int first(List<T> sorted) {
        return Math.min((page - 1) * SIZE, sorted.size());
    }

    /** The same column again turns round; amounts start with the largest. */
    private Head head(Column<T> column) {
        var ascending = sort.equals(column.name());
        var descending = sort.equals("-" + column.name());
        var next = descending || (!ascending && !column.amount()) ? column.name() : "-" + column.name();
        return new Head(
                column.title(),
                table.path() + query(next, 1),
                ascending ? "ascending" : descending ? "descending" : "none",
                column.amount());
    }

    private String query(String order, int number) {
        return "?" + kept
                + QueryText.of(Map.of(
                        "q",
                        text,
                        "sort",
                        order.equals(table.byDefault()) ? "" : order,
                        "page",
                        number == 1 ? "" : "" + number));
    }

    private static String name(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static int pageNumber(@Nullable String sent) {
        try {
            return sent == null ? 1 : Math.clamp(Integer.parseInt(sent), 1, 1_000);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}

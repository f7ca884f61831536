package io.tenantlens.portal.tenant.usage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A column of the table of meters that sorts it.
 *
 * @param sorted the value for {@code aria-sort}
 */
public record SortLink(String title, String href, String sorted, boolean number) {

    private static final Map<String, Comparator<MeterFigures>> ORDERS = Map.of(
            "meter", Comparator.comparing(figures -> figures.meter().title()),
            "total", Comparator.comparing(MeterFigures::totalOrLeast),
            "change", Comparator.comparing(MeterFigures::growth));

    /** The order that a parameter such as {@code -total} names; without one, that of the catalogue. */
    static List<MeterFigures> sorted(List<MeterFigures> figures, String sort) {
        var order = ORDERS.get(column(sort));
        if (order == null) {
            return figures;
        }
        return figures.stream()
                .sorted(sort.startsWith("-") ? order.reversed() : order)
                .toList();
    }

    static List<SortLink> of(String address, String sort) {
        return Stream.of("meter", "total", "change")
                .map(column -> link(address, column, sort))
                .toList();
    }

    /** Words sort upwards at first, numbers downwards; another click turns round. */
    private static SortLink link(String address, String column, String sort) {
        boolean number = !column.equals("meter");
        var first = number ? "-" + column : column;
        var second = number ? column : "-" + column;
        var next = sort.equals(first) ? second : first;
        var sorted = !column(sort).equals(column) ? "none" : sort.startsWith("-") ? "descending" : "ascending";
        var title = switch (column) {
            case "meter" -> "Meter";
            case "total" -> "Used";
            default -> "Change";
        };
        return new SortLink(title, address + "&sort=" + next, sorted, number);
    }

    private static String column(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }
}

package io.tenantlens.portal.table;

import java.util.Comparator;

/**
 * A column that sorts.
 *
 * @param name in the address
 * @param amount numbers: they stand on the right and start with the largest
 */
public record Column<T>(String name, String title, boolean amount, Comparator<T> order) {

    public static <T> Column<T> text(String name, String title, Comparator<T> order) {
        return new Column<>(name, title, false, order);
    }

    public static <T> Column<T> amount(String name, String title, Comparator<T> order) {
        return new Column<>(name, title, true, order);
    }
}

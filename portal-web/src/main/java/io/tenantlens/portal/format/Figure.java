package io.tenantlens.portal.format;

/**
 * A number at the head of a page with what it means.
 *
 * @param note its definition or what it is compared with
 * @param state {@code good} or {@code bad} where it can be told, else empty
 */
public record Figure(String name, String value, String note, String state) {

    public Figure(String name, String value, String note) {
        this(name, value, note, "");
    }
}

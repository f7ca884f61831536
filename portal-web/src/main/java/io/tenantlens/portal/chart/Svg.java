package io.tenantlens.portal.chart;

/** Writes SVG. Every text goes through {@link #escaped}; every number has one decimal at most. */
final class Svg {

    private final StringBuilder out = new StringBuilder(8192);

    Svg add(String markup) {
        out.append(markup);
        return this;
    }

    Svg text(String text) {
        out.append(escaped(text));
        return this;
    }

    Svg number(double value) {
        long tenths = Math.round(value * 10);
        if (tenths < 0) {
            out.append('-');
            tenths = -tenths;
        }
        out.append(tenths / 10);
        if (tenths % 10 != 0) {
            out.append('.').append(tenths % 10);
        }
        return this;
    }

    Svg attribute(String name, double value) {
        out.append(' ').append(name).append("=\"");
        return number(value).add("\"");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

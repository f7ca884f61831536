package io.tenantlens.api.series;

/** A flat JSON object of texts. NUL, which PostgreSQL cannot store, becomes the replacement character. */
public final class LabelsJson {

    private final StringBuilder json = new StringBuilder("{");

    public LabelsJson add(String name, String value) {
        if (json.length() > 1) {
            json.append(',');
        }
        quote(name);
        json.append(':');
        quote(value);
        return this;
    }

    private void quote(String text) {
        json.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == 0 || (Character.isSurrogate(c) && !isPaired(text, i))) {
                json.append('\uFFFD');
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private static boolean isPaired(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }

    @Override
    public String toString() {
        return json + "}";
    }
}

package io.tenantlens.sla.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is drawn as one in Bengali: a consonant with those joined to it below and the vowel signs around it. Its letters are
 * stored in the order of speech and drawn in another, so that only the whole can be drawn.
 */
final class Cluster {

    private static final String CONSONANT = "[\\u0995-\\u09B9\\u09CE\\u09DC-\\u09DF\\u09F0\\u09F1]\\u09BC?";
    private static final String JOINER = "[\\u200C\\u200D]?";
    private static final String SIGNS = "[\\u09BE-\\u09CC\\u09D7\\u0981-\\u0983\\u09E2\\u09E3\\u09FE]*";

    /** The point or comma within a number goes with the next digit: a line must not break there. */
    private static final String WITHIN_NUMBER = "(?<=[\\u09E6-\\u09EF])[.,][\\u09E6-\\u09EF]";

    private static final Pattern FORM =
            Pattern.compile(WITHIN_NUMBER + "|(?:" + CONSONANT + "|[\\u0985-\\u0994])(?:" + JOINER + "\\u09CD" + JOINER
                    + CONSONANT + ")*(?:\\u09CD" + JOINER + ")?" + SIGNS + "|[\\u0980-\\u09FF\\u0964\\u0965]" + SIGNS);

    private static final Pattern ANY = Pattern.compile("[\\u0980-\\u09FF\\u0964\\u0965]");

    private Cluster() {}

    static boolean occursIn(String text) {
        return ANY.matcher(text).find();
    }

    /** The text in order: clusters, and what is between them. */
    static List<String> split(String text) {
        var parts = new ArrayList<String>();
        var matcher = FORM.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                parts.add(text.substring(end, matcher.start()));
            }
            parts.add(matcher.group());
            end = matcher.end();
        }
        if (end < text.length()) {
            parts.add(text.substring(end));
        }
        return parts;
    }
}

package io.tenantlens.portal.report;

import io.quarkus.qute.RawString;
import io.tenantlens.portal.chart.Chart;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A chart of the pages, for print: no style sheet reaches into a printed drawing, so that its classes become colours here. */
final class PrintedChart {

    private static final String[] COLOURS = {"#0b6e6e", "#c2571a", "#5b4bb3", "#8a6d00", "#2e6fb7", "#8c3a63"};
    private static final Pattern TARGETS = Pattern.compile("<rect class=\"hit\".*?</rect>", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile(" class=\"([^\"]+)\"");
    private static final Pattern HEAD = Pattern.compile(
            "<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 (\\d+) (\\d+)\""
                    + " aria-labelledby=\"[^\"]*\">\\s*<title[^>]*>.*?</title>\\s*<desc[^>]*>.*?</desc>",
            Pattern.DOTALL);

    /** As wide as the text of an A4 page, in pixels of 1/96 inch. */
    private static final int WIDTH = 672;

    private static final String FONT =
            " font-family=\"Noto Sans, Noto Sans Bengali\" font-size=\"13\" fill=\"#4a5560\"";

    /** How each kind of mark is drawn, but for its colour. */
    private static final Map<String, String> MARKS = Map.of(
            "grid",
            " stroke=\"#dde2e7\" stroke-width=\"1\"",
            "zero",
            " stroke=\"#9aa4ae\" stroke-width=\"1\"",
            "y",
            " text-anchor=\"end\"" + FONT,
            "x",
            " text-anchor=\"middle\"" + FONT);

    private PrintedChart() {}

    /**
     * The drawing of a chart that has data.
     *
     * @param words what it shows, for those who can't see it
     */
    static RawString of(Chart chart, String words) {
        var drawing = TARGETS.matcher(chart.wide().getValue()).replaceAll("");
        drawing = HEAD.matcher(drawing).replaceFirst(head -> head(head, words));
        return new RawString(CLASS.matcher(drawing).replaceAll(match -> look(match.group(1))));
    }

    private static String head(MatchResult found, String words) {
        int width = Integer.parseInt(found.group(1));
        int height = Integer.parseInt(found.group(2));
        return Matcher.quoteReplacement(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" style=\"display:block\" width=\"%d\""
                                + " height=\"%d\" viewBox=\"0 0 %d %d\" alt=\"%s\">")
                        .formatted(
                                WIDTH,
                                WIDTH * height / width,
                                width,
                                height,
                                words.replace("&", "&amp;")
                                        .replace("\"", "&quot;")
                                        .replace("<", "&lt;")));
    }

    private static String look(String classes) {
        var names = classes.split(" ", -1);
        var known = MARKS.get(names[0]);
        if (known != null) {
            return known;
        }
        var colour = names.length > 1 && names[1].matches("s[0-5]") ? COLOURS[names[1].charAt(1) - '0'] : "#7b8791";
        return switch (names[0]) {
            case "line" ->
                " fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke=\"" + colour + "\""
                        + (names.length > 2 ? " stroke-dasharray=\"4 4\"" : "");
            case "area" -> " fill-opacity=\"0.12\" fill=\"" + colour + "\"";
            default -> " fill=\"" + colour + "\"";
        };
    }
}

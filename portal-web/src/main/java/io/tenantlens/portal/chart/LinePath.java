package io.tenantlens.portal.chart;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A line that breaks where nothing was measured and is dashed where its span still runs. A point alone becomes a dot. */
final class LinePath {

    private final Series series;
    private final IntToDoubleFunction x;
    private final DoubleUnaryOperator y;
    private final double base;
    private final int finished;

    /**
     * @param finished how many points from the first have a span that has ended
     */
    LinePath(Series series, IntToDoubleFunction x, DoubleUnaryOperator y, double base, int finished) {
        this.series = series;
        this.x = x;
        this.y = y;
        this.base = base;
        this.finished = finished;
    }

    void draw(Svg svg, String colour, boolean filled) {
        int index = 0;
        while (index < series.values().size()) {
            if (series.at(index) == null) {
                index++;
                continue;
            }
            int end = index;
            while (series.at(end) != null) {
                end++;
            }
            drawRun(svg, colour, filled, index, end);
            index = end;
        }
    }

    private void drawRun(Svg svg, String colour, boolean filled, int start, int end) {
        if (end - start == 1) {
            svg.add("<circle class=\"dot " + colour + "\" r=\"2.5\"")
                    .attribute("cx", x.applyAsDouble(start))
                    .attribute("cy", height(series.at(start)))
                    .add("/>");
            return;
        }
        if (filled) {
            svg.add("<path class=\"area " + colour + "\" d=\"M")
                    .number(x.applyAsDouble(start))
                    .add(" ")
                    .number(base);
            points(svg, start, end, "L");
            svg.add("L").number(x.applyAsDouble(end - 1)).add(" ").number(base).add("Z\"/>");
        }
        var certain = Math.clamp(finished, start + 1, end);
        line(svg, colour, start, certain);
        line(svg, colour + " unfinished", certain - 1, end);
    }

    private void line(Svg svg, String classes, int start, int end) {
        if (end - start > 1) {
            svg.add("<path class=\"line " + classes + "\" d=\"");
            points(svg, start, end, "M");
            svg.add("\"/>");
        }
    }

    private void points(Svg svg, int start, int end, String first) {
        for (int i = start; i < end; i++) {
            svg.add(i == start ? first : "L")
                    .number(x.applyAsDouble(i))
                    .add(" ")
                    .number(height(series.at(i)));
        }
    }

    private double height(@Nullable BigDecimal value) {
        return y.applyAsDouble(value == null ? 0 : value.doubleValue());
    }
}

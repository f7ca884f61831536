package io.tenantlens.portal.chart;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Columns of stacked parts, the first series at the bottom. Nothing measured draws nothing. */
final class Columns {

    private final Chart chart;
    private final IntToDoubleFunction x;
    private final DoubleUnaryOperator y;
    private final double width;

    Columns(Chart chart, IntToDoubleFunction x, DoubleUnaryOperator y, double width) {
        this.chart = chart;
        this.x = x;
        this.y = y;
        this.width = width;
    }

    static double highest(Chart chart) {
        double highest = 0;
        for (int i = 0; i < chart.points().size(); i++) {
            double sum = 0;
            for (var series : chart.series()) {
                sum += series.isComparison() ? 0 : valueAt(series, i);
            }
            highest = Math.max(highest, sum);
        }
        return highest;
    }

    void draw(Svg svg) {
        for (int i = 0; i < chart.points().size(); i++) {
            double from = 0;
            for (int part = 0; part < chart.series().size(); part++) {
                var series = chart.series().get(part);
                double value = series.isComparison() ? 0 : valueAt(series, i);
                if (value > 0) {
                    box(svg, chart.colourOf(part), i, from, from + value);
                    from += value;
                }
            }
        }
    }

    private void box(Svg svg, String colour, int index, double from, double to) {
        double top = y.applyAsDouble(to);
        svg.add("<rect class=\"bar " + colour + "\"")
                .attribute("x", x.applyAsDouble(index) - width / 2)
                .attribute("y", top)
                .attribute("width", width)
                .attribute("height", y.applyAsDouble(from) - top)
                .add("/>");
    }

    private static double valueAt(Series series, int index) {
        var value = series.at(index);
        return value == null ? 0 : value.doubleValue();
    }
}

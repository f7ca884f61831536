package io.tenantlens.portal.chart;

import io.tenantlens.portal.chart.Chart.Form;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Draws one chart into one frame. Colours are classes, so that themes and print decide them. */
final class ChartDrawing {

    private static final double GLYPH = 6.7;
    private static final double BAR_SHARE = 0.72;

    private final Chart chart;
    private final Frame frame;
    private final Scale scale;
    private final double left;
    private final double band;
    private final Svg svg = new Svg();

    ChartDrawing(Chart chart, Frame frame) {
        this.chart = chart;
        this.frame = frame;
        this.scale = scale();
        this.left = scale.ticks().stream()
                                .mapToInt(tick ->
                                        chart.labels().onAxis().apply(tick).length())
                                .max()
                                .orElse(0)
                        * GLYPH
                + 12;
        this.band =
                (frame.width() - left - Frame.RIGHT) / Math.max(chart.points().size(), 1);
    }

    String svg() {
        var key = chart.id() + "-" + frame.width();
        svg.add("<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 " + frame.width() + " " + frame.height() + "\"")
                .add(" aria-labelledby=\"" + key + "-t " + key + "-d\">")
                .add("<title id=\"" + key + "-t\">")
                .text(chart.title())
                .add("</title><desc id=\"" + key + "-d\">")
                .text(chart.description())
                .add("</desc>");
        grid();
        ticks();
        if (chart.form() == Form.STACKED) {
            new Columns(chart, this::x, this::y, band * BAR_SHARE).draw(svg);
        }
        lines();
        targets();
        return svg.add("</svg>").toString();
    }

    private Scale scale() {
        var values = lineValues();
        double high = chart.form() == Form.STACKED ? Columns.highest(chart) : 0;
        high = values.stream().mapToDouble(BigDecimal::doubleValue).reduce(high, Math::max);
        double low = chart.form() == Form.LINE && !values.isEmpty()
                ? values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0)
                : values.stream().mapToDouble(BigDecimal::doubleValue).reduce(0, Math::min);
        if (chart.form() == Form.LINE && !values.isEmpty()) {
            high = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(high);
        }
        return Scale.covering(low, high, frame.ticks());
    }

    private List<BigDecimal> lineValues() {
        return chart.series().stream()
                .filter(this::isLine)
                .flatMap(series -> series.values().stream())
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isLine(Series series) {
        return chart.form() != Form.STACKED || series.isComparison();
    }

    private double x(int index) {
        return left + (index + 0.5) * band;
    }

    private double y(double value) {
        return Frame.TOP + (1 - scale.share(value)) * frame.plotHeight();
    }

    private void grid() {
        for (var tick : scale.ticks()) {
            double y = Math.round(y(tick.doubleValue())) + 0.5;
            svg.add(tick.signum() == 0 ? "<line class=\"zero\"" : "<line class=\"grid\"")
                    .attribute("x1", left)
                    .attribute("x2", frame.width() - Frame.RIGHT)
                    .attribute("y1", y)
                    .attribute("y2", y)
                    .add("/><text class=\"y\"")
                    .attribute("x", left - 8)
                    .attribute("y", y + 4)
                    .add(">")
                    .text(chart.labels().onAxis().apply(tick))
                    .add("</text>");
        }
    }

    private void ticks() {
        int count = chart.points().size();
        int every = (int) Math.max(1, Math.ceil(frame.tickWidth() / band));
        for (int i = 0; i < count; i += every) {
            svg.add("<text class=\"x\"")
                    .attribute("x", x(i))
                    .attribute("y", frame.height() - 8)
                    .add(">")
                    .text(chart.points().get(i).tick())
                    .add("</text>");
        }
    }

    private void lines() {
        IntStream.iterate(chart.series().size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> isLine(chart.series().get(i)))
                .forEach(i -> {
                    var series = chart.series().get(i);
                    var ended = series.isComparison() ? series.values().size() : finished();
                    var path = new LinePath(series, this::x, this::y, y(Math.max(scale.low(), 0)), ended);
                    path.draw(svg, chart.colourOf(i), chart.form() == Form.AREA && i == 0);
                });
    }

    private int finished() {
        return (int)
                chart.points().stream().takeWhile(point -> !point.unfinished()).count();
    }

    /**
     * One transparent target a point, which carries its tooltip and what it opens into. It is no link of its own: a
     * drawing is one image to screen readers, and the table beneath has the links.
     */
    private void targets() {
        for (int i = 0; i < chart.points().size(); i++) {
            var point = chart.points().get(i);
            svg.add("<rect class=\"hit\"");
            if (point.href() != null) {
                svg.add(" data-href=\"").text(point.href()).add("\"");
            }
            svg.attribute("x", left + i * band)
                    .attribute("y", Frame.TOP)
                    .attribute("width", band)
                    .attribute("height", frame.plotHeight())
                    .add("><title>")
                    .text(tooltip(i))
                    .add("</title></rect>");
        }
    }

    private String tooltip(int index) {
        var row = chart.rows().get(index);
        var text = new StringBuilder(row.point().name());
        for (int i = 0; i < row.values().size(); i++) {
            text.append('\n')
                    .append(chart.series().get(i).name())
                    .append(": ")
                    .append(row.values().get(i));
        }
        return text.toString();
    }
}

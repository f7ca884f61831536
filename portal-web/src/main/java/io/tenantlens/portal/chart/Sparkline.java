package io.tenantlens.portal.chart;

import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line without axes beside the number it belongs to; hidden from screen readers, which read the number. */
public record Sparkline(List<@Nullable BigDecimal> values) {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 32;
    private static final int MARGIN = 2;

    public Sparkline {
        values = Series.main("", values).values();
    }

    public RawString svg() {
        var svg = new Svg()
                .add("<svg class=\"spark\" aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 " + WIDTH
                        + " " + HEIGHT + "\">");
        double highest = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
        var scale = new Scale(0, highest > 0 ? highest : 1, 1);
        double step = (double) WIDTH / Math.max(values.size() - 1, 1);
        new LinePath(
                        Series.main("", values),
                        index -> index * step,
                        value -> MARGIN + (1 - scale.share(value)) * (HEIGHT - 2 * MARGIN),
                        HEIGHT,
                        values.size())
                .draw(svg, "s0", true);
        return new RawString(svg.add("</svg>").toString());
    }
}

package io.tenantlens.portal.chart;

import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.List;

/**
 * Tiers as steps: each as wide as the quantity in it and as high as its price, so that an area is an amount.
 *
 * @param id unique on its page
 * @param description the drawing in words
 */
public record TierStairs(String id, String description, List<Tread> treads) {

    private static final int HEIGHT = 150;
    private static final int FLOOR = 118;
    private static final int TOP = 20;
    private static final int FREE = 4;
    private static final double GLYPH = 6.7;

    /**
     * One tier.
     *
     * @param range the quantities that lie in it, in words
     * @param price of a unit, in words
     */
    public record Tread(BigDecimal quantity, BigDecimal unitPrice, String range, String price) {}

    public TierStairs {
        treads = List.copyOf(treads);
    }

    public RawString wide() {
        return draw(880);
    }

    /** The same for phones: shrinking the wide one would shrink its text, too. */
    public RawString narrow() {
        return draw(340);
    }

    private RawString draw(int width) {
        var name = id + "-" + width;
        var svg = new Svg()
                .add("<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 " + width + " " + HEIGHT
                        + "\" aria-labelledby=\"" + name + "\"><title id=\"" + name + "\">")
                .text(description)
                .add("</title>");
        double whole = highest(treads.stream().map(Tread::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
        double dearest = highest(treads.stream().map(Tread::unitPrice).reduce(BigDecimal.ZERO, BigDecimal::max));
        double left = 0;
        for (int place = 0; place < treads.size(); place++) {
            var tread = treads.get(place);
            double share = tread.quantity().doubleValue() / whole * width;
            double height = Math.max(tread.unitPrice().doubleValue() / dearest * (FLOOR - TOP), FREE);
            step(svg, tread, place, left, share, height);
            left += share;
        }
        return new RawString(svg.add("<path class=\"zero\" d=\"M0 " + FLOOR + "H" + width + "\"/></svg>")
                .toString());
    }

    private static double highest(BigDecimal value) {
        return value.signum() > 0 ? value.doubleValue() : 1;
    }

    private static void step(Svg svg, Tread tread, int place, double left, double width, double height) {
        svg.add("<g class=\"s" + place % 6 + "\"><rect class=\"bar\"")
                .attribute("x", left)
                .attribute("y", FLOOR - height)
                .attribute("width", Math.max(width - 1, 1))
                .attribute("height", height)
                .add("><title>")
                .text(tread.range() + ": " + tread.price())
                .add("</title></rect></g>");
        label(svg, tread.price(), left + width / 2, FLOOR - height - 6, width);
        label(svg, tread.range(), left + width / 2, FLOOR + 18, width);
    }

    /** What has no room is in the table beneath. */
    private static void label(Svg svg, String text, double middle, double y, double room) {
        if (text.length() * GLYPH < room) {
            svg.add("<text class=\"x\"")
                    .attribute("x", middle)
                    .attribute("y", y)
                    .add(">")
                    .text(text)
                    .add("</text>");
        }
    }
}

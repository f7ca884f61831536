package io.tenantlens.sla.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shapes clusters with the JDK's HarfBuzz and keeps their outlines; a thousand units are an em. Safe for use by many threads. */
final class Shaper {

    /** An outline as PDF draws it, filled, and how far the pen moves on. */
    record Outline(int advance, String path) {}

    static final int EM = 1_000;

    /** Texts of shops are unbounded, memory is not. */
    private static final int REMEMBERED = 20_000;

    private final Font font;
    private final FontRenderContext context = new FontRenderContext(null, true, true);
    private final Map<String, Outline> known = new ConcurrentHashMap<>();

    Shaper(byte[] trueType) {
        try {
            font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(trueType))
                    .deriveFont((float) EM);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("a font that we ship is unreadable", e);
        }
    }

    Outline outline(String cluster) {
        var outline = known.get(cluster);
        if (outline == null) {
            outline = shape(cluster);
            if (known.size() < REMEMBERED) {
                known.put(cluster, outline);
            }
        }
        return outline;
    }

    private Outline shape(String cluster) {
        var glyphs =
                font.layoutGlyphVector(context, cluster.toCharArray(), 0, cluster.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        var end = glyphs.getGlyphPosition(glyphs.getNumGlyphs());
        return new Outline((int) Math.round(end.getX()), path(glyphs));
    }

    private static String path(GlyphVector glyphs) {
        var path = new StringBuilder();
        var at = new double[6];
        double x = 0;
        double y = 0;
        for (var i = glyphs.getOutline().getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> add(path, "m", at[0], at[1]);
                case PathIterator.SEG_LINETO -> add(path, "l", at[0], at[1]);
                case PathIterator.SEG_QUADTO -> {
                    // PDF has cubic curves alone: the control point moves two thirds of the way
                    add(
                            path,
                            "c",
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                    at[0] = at[2];
                    at[1] = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    add(path, "c", at[0], at[1], at[2], at[3], at[4], at[5]);
                    at[0] = at[4];
                    at[1] = at[5];
                }
                default -> path.append("h\n");
            }
            x = at[0];
            y = at[1];
        }
        return path.isEmpty() ? "" : path.append("f\n").toString();
    }

    /** Java's y axis points down, that of PDF up. */
    private static void add(StringBuilder path, String operator, double... coordinates) {
        for (int i = 0; i < coordinates.length; i++) {
            double value = i % 2 == 0 ? coordinates[i] : -coordinates[i];
            path.append(Math.round(value)).append(' ');
        }
        path.append(operator).append('\n');
    }
}

package io.tenantlens.portal.chart;

import org.jspecify.annotations.Nullable;

/**
 * A place on the horizontal axis.
 *
 * @param tick the short label below the axis, such as 12 Oct
 * @param name the full label in tooltip and table, such as Mon 12 Oct 2026
 * @param href where this point opens into finer detail, if it does
 * @param unfinished whether its span still runs, so that its value may grow
 */
public record Point(String tick, String name, @Nullable String href, boolean unfinished) {

    public Point(String tick, String name) {
        this(tick, name, null, false);
    }
}

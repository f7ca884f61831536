package io.tenantlens.portal.staff.whatif;

import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question, and the answer once it was asked.
 *
 * @param answer null before a card is chosen
 */
public record WhatIfPage(
        PageFrame frame,
        List<Option> cards,
        List<Option> months,
        List<Option> plans,
        @Nullable Answer answer) {

    /** Something to choose. */
    public record Option(String value, String title, boolean chosen) {}

    /**
     * What it would have cost.
     *
     * @param leftOut tenants that can't be rated, each with the reason
     * @param previous the address of the page before; empty on the first
     * @param next the address of the page after; empty on the last
     */
    public record Answer(
            String card,
            String month,
            List<Figure> figures,
            String shown,
            List<Column> columns,
            List<Row> rows,
            Row total,
            List<Row> charges,
            List<String> leftOut,
            String csvHref,
            String previous,
            String next) {}

    /** A column that sorts. */
    public record Column(String title, String href, String sorted, boolean figure) {}

    /** A tenant, a charge or the sum; slug and plan are empty where there is none. */
    public record Row(
            String slug, String name, String plan, String now, String then, String difference, String percent) {}
}

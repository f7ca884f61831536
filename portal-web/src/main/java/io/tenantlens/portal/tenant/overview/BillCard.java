package io.tenantlens.portal.tenant.overview;

import io.tenantlens.api.billing.BillPreview;
import io.tenantlens.api.billing.draft.DraftLine;
import io.tenantlens.portal.format.Look;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bill so far, in short.
 *
 * @param forecast the total expected at the end of the month; null if there is too little to tell from
 */
public record BillCard(
        String month, String plan, String soFar, @Nullable String forecast, List<Line> largest, String others) {

    /** One of the largest lines. */
    public record Line(String title, String total) {}

    private static final int SHOWN = 4;

    static BillCard of(BillPreview preview, Look look) {
        var lines = preview.lines().stream()
                .sorted(Comparator.comparing((DraftLine line) -> line.rated().total())
                        .reversed())
                .toList();
        var largest = lines.stream()
                .limit(SHOWN)
                .map(line -> new Line(line.title(), look.money(line.rated().total())))
                .toList();
        var forecast = preview.forecast();
        return new BillCard(
                look.month(preview.period().month()),
                preview.plan().title(),
                look.money(preview.bill().total()),
                forecast == null ? null : look.money(forecast),
                largest,
                lines.size() > SHOWN ? look.number(lines.size() - SHOWN) : "");
    }
}

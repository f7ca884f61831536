package io.tenantlens.portal.report;

import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.portal.format.Look;
import java.util.List;
import java.util.Optional;

/** What was used, in the few meters that every shop knows. */
final class UsageHighlights {

    private record Meter(String key, String unit) {}

    private static final List<Meter> METERS = List.of(
            new Meter("requests", ""),
            new Meter("orders", ""),
            new Meter("product_views", ""),
            new Meter("active_users", ""),
            new Meter("storage", "byte-hours"),
            new Meter("bandwidth", "bytes"),
            new Meter("revenue", "BDT"));

    private final Words words;
    private final Look look;

    UsageHighlights(Words words, Look look) {
        this.words = words;
        this.look = look;
    }

    /** Meters without any sample, now and before, are left out. */
    List<SlaReport.Usage> of(ReportFigures figures) {
        return METERS.stream().flatMap(meter -> usage(meter, figures).stream()).toList();
    }

    private Optional<SlaReport.Usage> usage(Meter meter, ReportFigures figures) {
        var key = new MeterKey(meter.key());
        var now = figures.used().get(key);
        var before = figures.before().get(key);
        if (now == null && before == null) {
            return Optional.empty();
        }
        var change = look.change(now, before);
        return Optional.of(new SlaReport.Usage(
                words.of(meter.key()),
                look.quantity(now, meter.unit()),
                look.quantity(before, meter.unit()),
                change.isEmpty() ? Look.NO_DATA : change));
    }
}

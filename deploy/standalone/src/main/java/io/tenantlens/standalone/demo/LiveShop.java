package io.tenantlens.standalone.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A shop that is open now: its series and how far its time has come. */
final class LiveShop {

    private final DemoTenant tenant;
    private final List<DemoSeries> series;
    private final Traffic traffic;
    private Moment usual;
    private volatile Totals extra;
    private volatile Moment now;

    LiveShop(World world, DemoTenant tenant, Totals extra, Instant from) {
        this.tenant = tenant;
        this.series = SeriesPlan.of(tenant);
        this.traffic = new Traffic(world, tenant, Totals.NONE);
        this.extra = extra;
        this.usual = traffic.at(from);
        this.now = usual.plus(extra);
    }

    DemoTenant tenant() {
        return tenant;
    }

    List<DemoSeries> series() {
        return series;
    }

    Moment now() {
        return now;
    }

    /** What faults have added to what usually would have happened. */
    Totals extra() {
        return extra;
    }

    /** Lets its time pass; a clock that was set back stops it until the time has come again. */
    void advanceTo(Instant at, Set<Fault> faults) {
        if (at.isAfter(now.at())) {
            var next = traffic.at(at);
            var step = next.totals().minus(usual.totals());
            var bent = step;
            for (var fault : faults) {
                bent = fault.bend(bent);
            }
            extra = extra.plus(bent.minus(step));
            usual = next;
            now = next.plus(extra);
        }
    }
}

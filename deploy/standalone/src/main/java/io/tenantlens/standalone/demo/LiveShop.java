package io.tenantlens.standalone.demo;

import java.time.Instant;
import java.util.List;

/** A shop that is open now: its series and how far its time has come. */
final class LiveShop {

    private final DemoTenant tenant;
    private final List<DemoSeries> series;
    private final Traffic traffic;
    private volatile Moment now;

    LiveShop(World world, DemoTenant tenant, Instant from) {
        this.tenant = tenant;
        this.series = SeriesPlan.of(tenant);
        this.traffic = new Traffic(world, tenant);
        this.now = traffic.at(from);
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

    /** Lets its time pass; a clock that was set back stops it until the time has come again. */
    void advanceTo(Instant at) {
        if (at.isAfter(now.at())) {
            now = traffic.at(at);
        }
    }
}

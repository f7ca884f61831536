package io.tenantlens.portal.staff.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.SmallRyeHealthReporter;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.platform.PlatformPage.Component;
import io.tenantlens.portal.staff.platform.PlatformPage.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What this instance knows of itself: its health checks and its counters. */
@Singleton
class Instruments {

    private static final String REJECTED = "tenantlens.ingest.rejected";

    private final SmallRyeHealthReporter health;
    private final MeterRegistry metrics;

    @Inject
    Instruments(SmallRyeHealthReporter health, MeterRegistry metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    List<Component> components() {
        return health.getHealth().getPayload().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .map(check -> new Component(
                        check.getString("name"),
                        check.containsKey("data") ? detail(check.getJsonObject("data")) : "",
                        check.getString("status").equals("UP")))
                .sorted(Comparator.comparing(Component::up).thenComparing(Component::name))
                .toList();
    }

    private static String detail(JsonObject data) {
        return String.join(
                ", ",
                data.entrySet().stream()
                        .map(entry -> entry.getKey() + ": "
                                + entry.getValue().toString().replace("\"", ""))
                        .toList());
    }

    List<Refusal> refusals(Look look) {
        return metrics.find(REJECTED).counters().stream()
                .filter(counter -> counter.count() > 0)
                .sorted(Comparator.comparingDouble(counter -> -counter.count()))
                .map(counter -> new Refusal(
                        Objects.requireNonNullElse(counter.getId().getTag("reason"), "other"),
                        look.quantity(BigDecimal.valueOf((long) counter.count()), "")))
                .toList();
    }
}

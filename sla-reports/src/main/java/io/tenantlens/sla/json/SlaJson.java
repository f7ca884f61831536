package io.tenantlens.sla.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.objective.BudgetWindow;
import io.tenantlens.sla.objective.Objective;
import io.tenantlens.sla.objective.Target;
import io.tenantlens.sla.reading.Maintenance;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A reading as the JSON API shows it. Percentages are of 100; a missing availability says its reason. */
record SlaJson(
        String tenant,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        @Nullable String availability,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        String good,
        String total,
        CountsJson occurrences,
        CountsJson timeslices,
        ObjectiveJson objective,
        BudgetJson errorBudget,
        SortedMap<String, String> burn,
        List<String> burnAlerts,
        @Nullable Instant exhaustedAt,
        CountsJson probes,
        CountsJson orders,
        SourceJson source,
        LatencyJson latency,
        List<EndpointJson> endpoints,
        List<DayJson> days,
        List<MaintenanceJson> maintenance,
        List<IncidentJson> incidents,
        @Nullable FrozenJson frozen,
        @Nullable CreditJson credit) {

    /** Good of total and its percentage; null where nothing was counted. */
    record CountsJson(@Nullable String percent, String good, String total) {

        static CountsJson of(Availability counted) {
            return new CountsJson(percentOf(counted), NumberText.of(counted.good()), NumberText.of(counted.total()));
        }
    }

    /** When samples of the tenant last came, and whether that was too long ago for the figures to be complete. */
    record SourceJson(@Nullable Instant lastSampleHour, boolean stale) {}

    record ObjectiveJson(
            String availability,
            String method,
            String slicePercent,
            String window,
            String latencySeconds,
            String latencyPercent,
            LocalDate validFrom,
            @Nullable Boolean availabilityKept,
            @Nullable Boolean latencyKept) {

        static ObjectiveJson of(SlaReading reading) {
            Objective objective = reading.promise().objective();
            return new ObjectiveJson(
                    percent(objective.availability()),
                    objective.counting().name().toLowerCase(Locale.ROOT),
                    percent(objective.slice()),
                    switch (objective.window()) {
                        case BudgetWindow.Month _ -> "month";
                        case BudgetWindow.Rolling(int days) -> days + "d";
                    },
                    NumberText.of(objective.latencySeconds()),
                    percent(objective.latency()),
                    objective.validFrom(),
                    reading.availability().hasData() ? reading.budget().kept() : null,
                    reading.latencyKept().orElse(null));
        }

        private static String percent(Target target) {
            return NumberText.of(target.percent());
        }
    }

    record BudgetJson(
            LocalDate from,
            LocalDate to,
            String total,
            String used,
            String remaining,
            @Nullable String remainingPercent) {

        static BudgetJson of(SlaReading reading) {
            var budget = reading.budget();
            var dates = reading.budgetDays().dates();
            return new BudgetJson(
                    dates.start(),
                    dates.end(),
                    NumberText.of(budget.total()),
                    NumberText.of(budget.used()),
                    NumberText.of(budget.remaining()),
                    budget.remainingShare()
                            .map(share -> NumberText.of(share.movePointRight(2)))
                            .orElse(null));
        }
    }

    record DayJson(
            LocalDate day,
            @Nullable String availability,
            String good,
            String total,
            @Nullable String budgetLeft) {

        static List<DayJson> of(SlaReading reading) {
            var left = reading.burnDown();
            return reading.days().entrySet().stream()
                    .map(day -> of(day.getKey(), day.getValue(), left.get(day.getKey())))
                    .toList();
        }

        private static DayJson of(LocalDate day, Availability counted, @Nullable BigDecimal left) {
            return new DayJson(
                    day,
                    percentOf(counted),
                    NumberText.of(counted.good()),
                    NumberText.of(counted.total()),
                    left == null ? null : NumberText.of(left.movePointRight(2)));
        }
    }

    record EndpointJson(String endpoint, LatencyJson latency) {}

    record MaintenanceJson(String title, Instant startsAt, Instant endsAt) {

        static MaintenanceJson of(Maintenance maintenance) {
            var period = maintenance.period();
            return new MaintenanceJson(maintenance.title(), period.start(), period.end());
        }
    }

    static SlaJson of(SlaReading reading, Aftermath aftermath, List<Double> quantiles) {
        var availability = reading.availability();
        double threshold = reading.promise().objective().latencySeconds().doubleValue();
        return new SlaJson(
                reading.tenant().value(),
                reading.period().start(),
                reading.period().end(),
                reading.asOf(),
                percentOf(availability),
                availability.hasData() ? null : "no data",
                NumberText.of(availability.good()),
                NumberText.of(availability.total()),
                CountsJson.of(reading.counts().occurrences()),
                CountsJson.of(reading.counts().timeslices()),
                ObjectiveJson.of(reading),
                BudgetJson.of(reading),
                burn(reading),
                reading.burnAlerts().stream()
                        .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                        .toList(),
                reading.exhaustedAt().orElse(null),
                CountsJson.of(reading.signals().probes()),
                CountsJson.of(reading.signals().orders()),
                new SourceJson(reading.signals().lastHour(), reading.signals().stale(reading.asOf())),
                LatencyJson.of(reading.latency(), threshold, quantiles),
                reading.endpoints().entrySet().stream()
                        .map(endpoint -> new EndpointJson(
                                endpoint.getKey(), LatencyJson.of(endpoint.getValue(), threshold, quantiles)))
                        .toList(),
                DayJson.of(reading),
                reading.maintenance().stream().map(MaintenanceJson::of).toList(),
                aftermath.incidents().stream()
                        .map(incident -> IncidentJson.of(incident, reading))
                        .toList(),
                FrozenJson.of(aftermath.revisions()),
                CreditJson.of(reading, aftermath.claim()));
    }

    private static @Nullable String percentOf(Availability availability) {
        return availability.percent().map(NumberText::of).orElse(null);
    }

    private static SortedMap<String, String> burn(SlaReading reading) {
        var burn = new TreeMap<String, String>();
        reading.burns()
                .forEach((window, rate) -> burn.put(
                        hours(window), rate.rate().value().map(NumberText::of).orElse("+Inf")));
        return burn;
    }

    private static String hours(Duration window) {
        return window.toDays() > 0 ? window.toDays() + "d" : window.toHours() + "h";
    }
}

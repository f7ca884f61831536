package io.tenantlens.portal.staff.sla.objective;

import io.tenantlens.api.access.Access;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.sla.agreement.Holder;
import io.tenantlens.sla.agreement.ObjectiveDraft;
import io.tenantlens.sla.agreement.ObjectiveVersion;
import io.tenantlens.sla.agreement.Objectives;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.BudgetWindow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the page of objectives. */
@Singleton
class ObjectiveReader {

    private static final String HOLDER = "tier:growth";

    private final Objectives objectives;

    @Inject
    ObjectiveReader(Objectives objectives) {
        this.objectives = objectives;
    }

    /** A file of OpenSLO that was refused, and why. */
    record Refused(String file, List<String> why) {

        static final Refused NOTHING = new Refused("", List.of());
    }

    /**
     * @param form as it was sent; null where it was not
     * @param of whose newest version fills the form that was not sent
     */
    ObjectivePage read(StaffVisit visit, @Nullable SentForm form, @Nullable String of, Refused refused) {
        var versions = objectives.versions(visit.scope());
        var mayChange = visit.scope().may(SlaTab.OBJECTIVES.area(), Access.WRITE);
        return new ObjectivePage(
                visit.frame(),
                SlaTab.OBJECTIVES.links(visit.scope()),
                rows(versions, visit.look()),
                mayChange ? (form == null ? filled(versions, of) : form) : null,
                objectives.firstPossibleDay().toString(),
                refused.file(),
                refused.why());
    }

    private static List<ObjectivePage.Row> rows(List<ObjectiveVersion> versions, Look look) {
        var inForce = new HashSet<Holder>();
        var rows = new ArrayList<ObjectivePage.Row>();
        for (var version : versions) {
            var until = version.until();
            if (version.from().isAfter(look.today())) {
                rows.add(row(version, "", "ahead", look));
            } else if ((until == null || until.isAfter(look.today())) && inForce.add(version.holder())) {
                rows.add(row(version, "good", "in force", look));
            } else {
                inForce.add(version.holder());
                rows.add(row(version, "", "past", look));
            }
        }
        return rows;
    }

    private static ObjectivePage.Row row(ObjectiveVersion version, String mood, String state, Look look) {
        var promise = version.promise();
        var objective = promise.objective();
        var until = version.until();
        return new ObjectivePage.Row(
                switch (version.holder()) {
                    case Holder.OfTier(String tier) -> "Tier " + tier;
                    case Holder.OfTenant(var tenant) -> tenant.value();
                },
                mood,
                state,
                look.day(version.from()),
                until == null ? "" : look.day(until),
                percent(objective.availability().percent(), look)
                        + (objective.counting() == CountingMethod.TIMESLICES
                                ? " of hours that reach "
                                        + percent(objective.slice().percent(), look)
                                : " of requests"),
                switch (objective.window()) {
                    case BudgetWindow.Month _ -> "calendar month";
                    case BudgetWindow.Rolling(int days) -> days + " rolling days";
                },
                percent(objective.latency().percent(), look) + " within " + look.latency(objective.latencySeconds()),
                promise.credits().steps().isEmpty()
                        ? "none"
                        : promise.credits().steps().stream()
                                        .map(step ->
                                                percent(step.percent(), look) + " below " + percent(step.below(), look))
                                        .collect(Collectors.joining(", "))
                                + "; at most "
                                + percent(promise.credits().capPercent(), look)
                                + " a month, "
                                + percent(promise.limits().yearCapPercent(), look)
                                + " a year",
                SlaTab.OBJECTIVES.path() + "?of="
                        + URLEncoder.encode(version.holder().key(), StandardCharsets.UTF_8) + "#set");
    }

    /** With the newest version of whoever is named, or of a tier. */
    private SentForm filled(List<ObjectiveVersion> versions, @Nullable String of) {
        var key = of == null ? HOLDER : of;
        var first = objectives.firstPossibleDay();
        return versions.stream()
                .filter(version -> version.holder().key().equals(key))
                .findFirst()
                .map(version -> ObjectiveFields.of(ObjectiveDraft.like(version, first)))
                .orElseGet(() -> ObjectiveFields.of(empty(first)));
    }

    private static ObjectiveDraft empty(LocalDate first) {
        return new ObjectiveDraft(HOLDER, first.toString(), "", "", "occurrences", "", "", "", "", "", "", "", "");
    }

    private static String percent(BigDecimal percent, Look look) {
        return look.percent(percent.movePointLeft(2), 4);
    }
}

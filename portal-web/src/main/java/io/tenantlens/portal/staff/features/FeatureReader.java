package io.tenantlens.portal.staff.features;

import io.tenantlens.api.insight.feature.FeatureAdoption;
import io.tenantlens.api.insight.feature.FeatureQueries;
import io.tenantlens.api.insight.feature.FeatureUser;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.features.FeaturePage.AdoptionRow;
import io.tenantlens.portal.staff.features.FeaturePage.Cell;
import io.tenantlens.portal.staff.features.FeaturePage.Choice;
import io.tenantlens.portal.staff.features.FeaturePage.TenantRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the matrix of tenants and features, and the curves of adoption. */
@Singleton
class FeatureReader {

    private static final int WEEKS = 26;
    private static final int MOST_IN_FILE = 100_000;

    private final FeatureQueries features;

    @Inject
    FeatureReader(FeatureQueries features) {
        this.features = features;
    }

    FeaturePage read(StaffVisit visit, FeatureChoice choice) {
        var look = visit.look();
        var tier = choice.knownTier();
        var active = features.activeTenants(visit.scope(), tier);
        var adoption = features.adoption(visit.scope(), look.today(), tier);
        var before = (choice.number() - 1) * FeatureChoice.SIZE;
        var matrix = features.matrix(visit.scope(), look.today(), tier, before, FeatureChoice.SIZE);
        var names = adoption.stream().map(FeatureAdoption::feature).toList();
        var until = before + matrix.tenants().size();
        return new FeaturePage(
                visit.frame(),
                tiers(tier),
                curve(adoption, active, look),
                adoption.stream().map(one -> row(one, active, look)).toList(),
                matrix.tenants().isEmpty()
                        ? "None"
                        : "%s–%s of %s"
                                .formatted(look.number(before + 1L), look.number(until), look.number(matrix.found())),
                names,
                matrix.tenants().stream().map(user -> row(user, names, look)).toList(),
                choice.address(FeatureChoice.PATH + ".csv", 1),
                choice.number() == 1 ? "" : choice.address(FeatureChoice.PATH, choice.number() - 1),
                until < matrix.found() ? choice.address(FeatureChoice.PATH, choice.number() + 1) : "");
    }

    /** All active tenants, for the file. */
    List<FeatureUser> users(StaffVisit visit, FeatureChoice choice) {
        return features.matrix(visit.scope(), visit.look().today(), choice.knownTier(), 0, MOST_IN_FILE)
                .tenants();
    }

    private static List<Choice> tiers(@Nullable String chosen) {
        return Stream.concat(
                        Stream.of(new Choice("All tiers", FeatureChoice.PATH, chosen == null)),
                        FeatureChoice.TIERS.stream()
                                .map(tier -> new Choice(
                                        tier, FeatureChoice.address(FeatureChoice.PATH, tier, 1), tier.equals(chosen))))
                .toList();
    }

    /** The share of today's active tenants that had tried each feature by the end of each week. */
    private static Chart curve(List<FeatureAdoption> adoption, long active, Look look) {
        var weeks = new ArrayList<LocalDate>();
        for (var back = WEEKS; back >= 0; back--) {
            weeks.add(look.today().minusWeeks(back));
        }
        var series = adoption.stream()
                .map(one -> Series.main(
                        one.feature(),
                        one.triedBy(weeks).stream()
                                .<@Nullable BigDecimal>map(tried -> share(tried, active))
                                .toList()))
                .toList();
        return new Chart(
                "adoption",
                "Shops that tried each feature",
                Form.AREA,
                weeks.stream()
                        .map(day -> new Point(look.shortDay(day), look.day(day)))
                        .toList(),
                series,
                new NumberLabels(
                        value -> look.percent(value, 0), value -> value == null ? "no data" : look.percent(value, 1)));
    }

    private static AdoptionRow row(FeatureAdoption adoption, long active, Look look) {
        return new AdoptionRow(
                adoption.feature(),
                look.number(adoption.tried()),
                look.percent(share(adoption.tried(), active), 1),
                look.number(adoption.using()),
                look.percent(share(adoption.using(), active), 1));
    }

    private static TenantRow row(FeatureUser user, List<String> names, Look look) {
        return new TenantRow(
                user.tenant().value(),
                user.name(),
                user.tier().name().toLowerCase(Locale.ROOT),
                names.stream()
                        .map(name -> cell(user.lastUsed().get(name), look))
                        .toList());
    }

    private static Cell cell(@Nullable LocalDate lastUsed, Look look) {
        if (lastUsed == null) {
            return new Cell("never", 0, "never used");
        }
        var days = Math.max(0, ChronoUnit.DAYS.between(lastUsed, look.today()));
        var shade = days < 7 ? 5 : days < FeatureQueries.USING_DAYS ? 3 : 1;
        var words = days == 0 ? "today" : days == 1 ? "1 day ago" : look.number(days) + " days ago";
        return new Cell(words, shade, "last used " + look.day(lastUsed));
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
    }
}

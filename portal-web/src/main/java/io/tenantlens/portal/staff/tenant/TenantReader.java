package io.tenantlens.portal.staff.tenant;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.directory.TenantActivity;
import io.tenantlens.api.directory.TenantDirectory;
import io.tenantlens.api.insight.ActivityQueries;
import io.tenantlens.api.insight.tenant.TenantProfile;
import io.tenantlens.api.insight.tenant.TenantProfile.Figure;
import io.tenantlens.api.insight.tenant.TenantProfiles;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.staff.tenant.TenantPage.Fact;
import io.tenantlens.portal.staff.tenant.TenantPage.FeatureRow;
import io.tenantlens.portal.staff.tenant.TenantPage.LimitRow;
import io.tenantlens.portal.staff.tenant.TenantPage.Link;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all about one tenant. Money is only for those who may see it. */
@Singleton
class TenantReader {

    private static final int DAYS = 28;
    private static final BigDecimal NEARLY = new BigDecimal("0.9");

    private final Visits visits;
    private final TenantAccess access;
    private final TenantDirectory directory;
    private final TenantProfiles profiles;
    private final ActivityQueries activities;

    @Inject
    TenantReader(
            Visits visits,
            TenantAccess access,
            TenantDirectory directory,
            TenantProfiles profiles,
            ActivityQueries activities) {
        this.visits = visits;
        this.access = access;
        this.directory = directory;
        this.profiles = profiles;
        this.activities = activities;
    }

    TenantPage read(String slug) {
        var staff = visits.staff(Section.TENANTS).scope();
        // Asking for the tenant's own scope leaves an audit record about this tenant.
        var scope = access.tenant(slug, Area.USAGE, Access.READ);
        var found = directory.find(staff, scope.tenant()).orElseThrow(TenantAccess::noSuchTenant);
        return page(visits.staff(Section.TENANTS, found.tenant().name()), scope, found);
    }

    private TenantPage page(StaffVisit visit, TenantScope scope, TenantActivity found) {
        var tenant = found.tenant();
        var look = visit.look();
        var today = LocalDate.ofInstant(look.now(), tenant.timeZone());
        var now = new DateRange(today.minusDays(DAYS - 1L), today.plusDays(1));
        var before = new DateRange(now.start().minusDays(DAYS), now.start());
        var profile = profiles.of(scope, new DateRange(before.start(), now.end()));
        var activity = activities.of(visit.scope(), tenant.id()).orElse(null);
        var money = visit.scope().may(Area.COSTS, Access.READ);
        var limits = limits(profile, look);
        var health = Health.of(found, activity, limits, look);
        var charts = new ProfileCharts(profile, now, before, look);
        return new TenantPage(
                visit.frame(),
                tenant.name(),
                tenant.id().value(),
                state(tenant, look),
                tenant.status() == Tenant.Status.ACTIVE,
                health.mood(),
                health.words(),
                links(visit, tenant),
                new ProfileFigures(profile, now, before, look).figures(money),
                charts.of(Figure.REQUESTS, "requests", "Requests a day", ""),
                charts.of(Figure.ORDERS, "orders", "Completed orders a day", ""),
                money ? charts.of(Figure.REVENUE, "revenue", "Revenue a day", "BDT") : null,
                catalogue(profile, look),
                limits,
                activity == null ? null : ScoreWords.of(activity, look),
                features(profile, now, look),
                contract(tenant, look));
    }

    private static String state(Tenant tenant, Look look) {
        return tenant.churnedOn() == null ? word(tenant.status()) : "churned " + look.day(tenant.churnedOn());
    }

    /** What the reader may open. */
    private static List<Link> links(StaffVisit visit, Tenant tenant) {
        var path = "/t/" + tenant.id();
        var links = new ArrayList<Link>();
        links.add(new Link("Usage", "chart", path + "/usage"));
        links.add(new Link("Service level", "shield", path + "/sla"));
        if (visit.scope().may(Area.BILLS, Access.READ)) {
            links.add(new Link("Bill", "bill", path + "/bills"));
        }
        links.add(new Link("Subscription", "tag", "/staff/tenants/" + tenant.id() + "/subscription"));
        if (visit.scope().may(Area.AUDIT, Access.READ)) {
            links.add(new Link("Audit trail", "audit", "/staff/audit?tenant=" + tenant.id()));
        }
        return links;
    }

    private static List<Fact> catalogue(TenantProfile profile, Look look) {
        var products = new TreeMap<>(profile.products());
        var known = Stream.of("active", "draft", "archived");
        return Stream.concat(known, products.keySet().stream())
                .distinct()
                .map(status -> new Fact(
                        status.isEmpty() ? "other" : status,
                        products.isEmpty()
                                ? Look.NO_DATA
                                : look.quantity(products.getOrDefault(status, BigDecimal.ZERO), "")))
                .toList();
    }

    private static List<LimitRow> limits(TenantProfile profile, Look look) {
        var limited = profile.products().isEmpty()
                ? null
                : profile.products().entrySet().stream()
                        .filter(status -> !status.getKey().equals("archived"))
                        .map(status -> status.getValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(
                limit("Products", limited, profile.limits().products(), look),
                limit(
                        "Requests in the busiest of 24 hours",
                        profile.busiestHour(),
                        profile.limits().requestsPerHour(),
                        look));
    }

    private static LimitRow limit(String name, @Nullable BigDecimal used, @Nullable Long limit, Look look) {
        if (limit == null || used == null) {
            return new LimitRow(
                    name, look.quantity(used, ""), limit == null ? "no limit" : look.number(limit), "0%", "");
        }
        var share = used.divide(BigDecimal.valueOf(limit), 4, RoundingMode.HALF_UP);
        var mood = share.compareTo(BigDecimal.ONE) > 0 ? "bad" : share.compareTo(NEARLY) >= 0 ? "warn" : "";
        var width = share.min(BigDecimal.ONE).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
        return new LimitRow(name, look.quantity(used, ""), look.number(limit), width, mood);
    }

    private static List<FeatureRow> features(TenantProfile profile, DateRange now, Look look) {
        var names = new TreeSet<>(profile.features().keySet());
        names.addAll(profile.limits().features());
        names.remove("");
        return names.stream()
                .map(name -> {
                    var days = profile.features().getOrDefault(name, new TreeMap<>());
                    var uses = days.tailMap(now.start(), true).values().stream().reduce(BigDecimal::add);
                    return new FeatureRow(
                            name,
                            profile.limits().features().contains(name) ? "in the plan" : "beyond the plan",
                            look.quantity(uses.orElse(BigDecimal.ZERO), ""),
                            days.isEmpty() ? "not in 56 days" : look.day(days.lastKey()));
                })
                .toList();
    }

    private static List<Fact> contract(Tenant tenant, Look look) {
        return List.of(
                new Fact("Tier", word(tenant.tier())),
                new Fact("Plan", tenant.plan()),
                new Fact("Hosting", word(tenant.hosting())),
                new Fact("Signed up", look.day(tenant.signedUpOn())),
                new Fact("Currency", tenant.currency().getCurrencyCode()),
                new Fact("Time zone", tenant.timeZone().getId()),
                new Fact("Language", tenant.locale().toLanguageTag()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

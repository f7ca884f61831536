package io.tenantlens.portal.staff.tenants;

import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.directory.TenantActivity;
import io.tenantlens.api.directory.TenantDirectory;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.tenants.TenantListPage.Column;
import io.tenantlens.portal.staff.tenants.TenantListPage.Filters;
import io.tenantlens.portal.staff.tenants.TenantListPage.Option;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one page of the list of tenants. */
@Singleton
class TenantListReader {

    /** A share of failed requests that deserves a look. */
    private static final BigDecimal FAILING = new BigDecimal("0.01");

    private final TenantDirectory directory;

    @Inject
    TenantListReader(TenantDirectory directory) {
        this.directory = directory;
    }

    TenantListPage read(StaffVisit visit, ListAddress address) {
        var found = directory.search(visit.scope(), address.search());
        var order = address.order();
        int before = (order.page() - 1) * ListAddress.SIZE;
        int until = before + found.tenants().size();
        var look = visit.look();
        return new TenantListPage(
                visit.frame(),
                new Filters(
                        address.text(),
                        order.sort(),
                        options("All tiers", ListAddress.TIERS, address.tier()),
                        options("Any status", ListAddress.STATES, address.status())),
                found.tenants().isEmpty()
                        ? "None"
                        : "%s–%s of %s"
                                .formatted(look.number(before + 1L), look.number(until), look.number(found.found())),
                columns(address),
                found.tenants().stream().map(tenant -> row(tenant, look)).toList(),
                order.page() > 1 ? address.in(order.onPage(order.page() - 1)).url() : null,
                until < found.found()
                        ? address.in(order.onPage(order.page() + 1)).url()
                        : null);
    }

    static TenantRow row(TenantActivity activity, Look look) {
        var tenant = activity.tenant();
        var rate = errorRate(activity);
        return new TenantRow(
                tenant.id().value(),
                tenant.name(),
                lower(tenant.tier()),
                lower(tenant.hosting()),
                tenant.status() == Tenant.Status.ACTIVE,
                look.day(tenant.signedUpOn()),
                look.quantity(activity.requests(), ""),
                look.percent(rate, 2),
                rate != null && rate.compareTo(FAILING) >= 0,
                lastSeen(activity.lastSeenHour(), look));
    }

    /** Activity is known by the hour. */
    private static String lastSeen(@Nullable Instant hour, Look look) {
        if (hour == null) {
            return "not in 35 days";
        }
        var end = hour.plus(Duration.ofHours(1));
        return look.now().isBefore(end) ? "this hour" : look.ago(end);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable BigDecimal errorRate(TenantActivity tenant) {
        var requests = tenant.requests();
        var failed = tenant.failed();
        return requests == null || failed == null || requests.signum() == 0
                ? null
                : failed.divide(requests, MathContext.DECIMAL64);
    }

    private static List<Option> options(String all, List<String> values, String chosen) {
        return Stream.concat(
                        Stream.of(new Option("", all, chosen.isEmpty())),
                        values.stream().map(value -> new Option(value, value, value.equals(chosen))))
                .toList();
    }

    private static List<Column> columns(ListAddress address) {
        return List.of(
                column(address, "name", "Tenant", false),
                column(address, "tier", "Tier", false),
                column(address, "signedUp", "Since", false),
                column(address, "status", "Status", false),
                column(address, "requests", "Requests, 7 days", true),
                column(address, "failed", "Failed", true),
                column(address, "lastSeen", "Last seen", true));
    }

    private static Column column(ListAddress address, String name, String title, boolean figure) {
        var order = address.order();
        return new Column(title, address.in(order.sortedBy(name, figure)).url(), order.sortedness(name), figure);
    }
}

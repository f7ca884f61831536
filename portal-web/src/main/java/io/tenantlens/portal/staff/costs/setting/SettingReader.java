package io.tenantlens.portal.staff.costs.setting;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.cost.bill.ImportedBill;
import io.tenantlens.api.cost.bill.ImportedBills;
import io.tenantlens.api.cost.setting.UnitCost;
import io.tenantlens.api.cost.setting.UnitCosts;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.costs.setting.SettingPage.BillRow;
import io.tenantlens.portal.staff.costs.setting.SettingPage.Choice;
import io.tenantlens.portal.staff.costs.setting.SettingPage.UnitRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads unit costs and bills. */
@Singleton
class SettingReader {

    private final UnitCosts unitCosts;
    private final ImportedBills bills;

    @Inject
    SettingReader(UnitCosts unitCosts, ImportedBills bills) {
        this.unitCosts = unitCosts;
        this.bills = bills;
    }

    /** @param sent the form as it was refused; null for an empty one */
    SettingPage read(StaffVisit visit, @Nullable UnitCostForm sent) {
        var look = visit.look();
        var versions = unitCosts.all(visit.scope());
        return new SettingPage(
                visit.frame(),
                versions.stream()
                        .sorted(Comparator.comparing(UnitCost::title)
                                .thenComparing(UnitCost::validFrom, Comparator.reverseOrder()))
                        .map(version -> unit(version, versions, look))
                        .toList(),
                versions.stream()
                        .filter(version -> isNewest(version, versions))
                        .map(version -> new Choice(version.key(), version.title() + ", " + unit(version)))
                        .sorted(Comparator.comparing(Choice::title))
                        .toList(),
                bills.latest(visit.scope()).stream()
                        .map(bill -> bill(bill, look))
                        .toList(),
                visit.scope().may(Area.BILLING, Access.WRITE)
                        ? sent == null ? UnitCostForm.empty(look.today()) : sent
                        : null);
    }

    private static boolean isNewest(UnitCost version, List<UnitCost> all) {
        return all.stream()
                .noneMatch(other ->
                        other.key().equals(version.key()) && other.validFrom().isAfter(version.validFrom()));
    }

    private static UnitRow unit(UnitCost version, List<UnitCost> all, Look look) {
        var inForce = UnitCosts.on(all, version.key(), look.today())
                .filter(version::equals)
                .isPresent();
        return new UnitRow(
                version.title(),
                unit(version),
                "৳" + version.amount().stripTrailingZeros().toPlainString(),
                look.day(version.validFrom()),
                inForce ? "good" : "",
                inForce ? "in force" : version.validFrom().isAfter(look.today()) ? "to come" : "replaced");
    }

    private static String unit(UnitCost version) {
        return version.perMonth() ? version.unit() + " a month" : version.unit();
    }

    private static BillRow bill(ImportedBill bill, Look look) {
        return new BillRow(
                bill.source(),
                look.range(bill.period().start(), bill.period().end().minusDays(1)),
                look.number(bill.charges()),
                look.quantity(bill.cost(), "BDT"),
                bill.currency().equals("BDT") ? "" : "৳" + bill.rate().toPlainString() + " for one " + bill.currency(),
                look.quantity(bill.unmapped(), "BDT"),
                look.dayAndClock(bill.importedAt()),
                bill.allocated() ? "good" : "warn",
                bill.allocated() ? "allocated" : "waits for the next run");
    }
}

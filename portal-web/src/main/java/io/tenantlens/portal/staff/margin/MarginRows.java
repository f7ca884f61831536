package io.tenantlens.portal.staff.margin;

import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.margin.MarginPage.TenantRow;
import io.tenantlens.portal.table.Column;
import io.tenantlens.portal.table.TableView.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of tenants by their margin, the largest loss first. */
final class MarginRows {

    static final String PATH = "/staff/margin";

    static final Table<TenantSum> TABLE = new Table<>(
            PATH,
            List.of(
                    Column.text(
                            "name",
                            "Tenant",
                            Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT))),
                    Column.text("tier", "Tier", Comparator.comparing(TenantSum::tier)),
                    Column.text("plan", "Plan", Comparator.comparing(TenantSum::plan)),
                    Column.amount(
                            "revenue",
                            "Revenue",
                            Comparator.comparing(one -> one.now().revenue())),
                    Column.amount(
                            "cost",
                            "Cost",
                            Comparator.comparing(one -> one.now().cost())),
                    Column.amount(
                            "margin",
                            "Margin",
                            Comparator.comparing(one -> one.now().amount())),
                    Column.amount("ratio", "Of revenue", Comparator.comparing(MarginRows::ratio)),
                    Column.amount("change", "Change", Comparator.comparing(TenantSum::change))),
            "margin",
            one -> one.name() + " " + one.tenant(),
            Comparator.comparing(TenantSum::tenant));

    private final Look look;

    MarginRows(Look look) {
        this.look = look;
    }

    TenantRow row(TenantSum one, String range) {
        var now = one.now();
        return new TenantRow(
                "/staff/costs/tenants/" + one.tenant() + "?" + range,
                one.name(),
                one.tier().name().toLowerCase(Locale.ROOT),
                one.plan(),
                now.basis(),
                look.quantity(now.revenue(), "BDT"),
                look.quantity(now.cost(), "BDT"),
                look.quantity(now.amount(), "BDT"),
                look.percent(now.ratio(), 1),
                look.quantity(one.change(), "BDT"),
                now.isLoss());
    }

    /** Without revenue below everything else. */
    private static BigDecimal ratio(TenantSum one) {
        var ratio = one.now().ratio();
        return ratio == null ? BigDecimal.valueOf(Long.MIN_VALUE) : ratio;
    }
}

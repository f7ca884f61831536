package io.tenantlens.portal.staff.costs;

import io.tenantlens.api.cost.platform.TenantCost;
import io.tenantlens.api.cost.platform.UsedFigures;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.costs.CostPage.TenantRow;
import io.tenantlens.portal.table.Column;
import io.tenantlens.portal.table.TableView.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The table of tenants by what they cost. */
final class TenantRows {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    static final Table<TenantCost> TABLE = new Table<>(
            CostReader.PATH,
            List.of(
                    Column.text(
                            "name",
                            "Tenant",
                            Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT))),
                    Column.text("tier", "Tier", Comparator.comparing(TenantCost::tier)),
                    Column.amount("cost", "Cost", Comparator.comparing(TenantCost::total)),
                    Column.amount(
                            "change",
                            "Change",
                            Comparator.comparing(one -> one.total().subtract(one.before()))),
                    Column.amount("request", "1,000 requests", by(UsedFigures::perRequest)),
                    Column.amount("order", "Order", by(UsedFigures::perOrder)),
                    Column.amount("user", "Active user", by(UsedFigures::perActiveUser)),
                    Column.amount(
                            "gigabyte",
                            "GB a month",
                            Comparator.comparing(one -> orZero(one.used().perGigabyte(one.storage()))))),
            "-cost",
            one -> one.name() + " " + one.tenant(),
            Comparator.comparing(TenantCost::tenant));

    private final BigDecimal platform;
    private final Look look;

    TenantRows(BigDecimal platform, Look look) {
        this.platform = platform;
        this.look = look;
    }

    TenantRow row(TenantCost one, String range) {
        var used = one.used();
        var perRequest = used.perRequest(one.total());
        return new TenantRow(
                CostReader.href(one.tenant()) + "?" + range,
                one.name(),
                one.tier().name().toLowerCase(Locale.ROOT),
                money(one.total()),
                look.percent(platform.signum() == 0 ? null : one.total().divide(platform, MathContext.DECIMAL64), 1),
                look.change(one.total(), one.before()),
                money(perRequest == null ? null : perRequest.multiply(THOUSAND)),
                money(used.perOrder(one.total())),
                money(used.perActiveUser(one.total())),
                money(used.perGigabyte(one.storage())));
    }

    private static Comparator<TenantCost> by(BiFunction<UsedFigures, BigDecimal, @Nullable BigDecimal> ratio) {
        return Comparator.comparing(one -> orZero(ratio.apply(one.used(), one.total())));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private String money(@Nullable BigDecimal amount) {
        return look.quantity(amount, "BDT");
    }
}

package io.tenantlens.portal.staff.revenue;

import io.tenantlens.api.insight.TenantRevenue;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.QueryText;
import io.tenantlens.portal.range.TableOrder;
import io.tenantlens.portal.staff.revenue.TenantTable.Column;
import io.tenantlens.portal.staff.revenue.TenantTable.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Searches, sorts and pages the tenants. What was sent and makes no sense is read as not sent. */
final class TenantTableReader {

    static final String PATH = "/staff/revenue";

    private static final int SIZE = 50;
    private static final String BY_DEFAULT = "-revenue";
    private static final Map<String, Comparator<TenantRevenue>> ORDERS = Map.of(
            "name", Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT)),
            "tier", Comparator.comparing(TenantRevenue::tier),
            "revenue", Comparator.comparing(one -> one.now().revenue()),
            "change",
                    Comparator.comparing(
                            one -> one.now().revenue().subtract(one.before().revenue())),
            "orders", Comparator.comparing(one -> one.now().orders()),
            "order", Comparator.comparing(TenantTableReader::averageOrder));

    private final ChosenRange chosen;
    private final Look look;
    private final String text;
    private final TableOrder order;

    TenantTableReader(ChosenRange chosen, RevenueChoice sent, Look look) {
        this.chosen = chosen;
        this.look = look;
        this.text = sent.text() == null ? "" : sent.text().strip();
        this.order = TableOrder.of(sent.sort(), sent.page(), ORDERS.keySet(), BY_DEFAULT);
    }

    TenantTable of(List<TenantRevenue> tenants, BigDecimal platform) {
        var found = sorted(tenants);
        int from = Math.min((order.page() - 1) * SIZE, found.size());
        int to = Math.min(from + SIZE, found.size());
        return new TenantTable(
                text,
                order.sort(),
                chosen.query(),
                found.isEmpty()
                        ? "None"
                        : "%s–%s of %s".formatted(look.number(from + 1L), look.number(to), look.number(found.size())),
                columns(),
                found.subList(from, to).stream().map(one -> row(one, platform)).toList(),
                PATH + ".csv" + address(order.onPage(1)).substring(PATH.length()),
                order.page() > 1 ? address(order.onPage(order.page() - 1)) : null,
                to < found.size() ? address(order.onPage(order.page() + 1)) : null);
    }

    List<TenantRevenue> sorted(List<TenantRevenue> tenants) {
        var ascending = ORDERS.getOrDefault(order.column(), Comparator.comparing(TenantRevenue::tenant));
        var wanted = text.toLowerCase(Locale.ROOT);
        return tenants.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || one.tenant().value().contains(wanted))
                .sorted((order.isDescending() ? ascending.reversed() : ascending).thenComparing(TenantRevenue::tenant))
                .toList();
    }

    private Row row(TenantRevenue one, BigDecimal platform) {
        var now = one.now();
        return new Row(
                one.tenant().value(),
                one.name(),
                one.tier().name().toLowerCase(Locale.ROOT),
                look.quantity(now.revenue(), "BDT"),
                look.percent(platform.signum() == 0 ? null : now.revenue().divide(platform, MathContext.DECIMAL64), 1),
                look.change(now.revenue(), one.before().revenue()),
                look.quantity(now.orders(), ""),
                look.quantity(now.averageOrder(), "BDT"));
    }

    private List<Column> columns() {
        return List.of(
                column("name", "Tenant", false),
                column("tier", "Tier", false),
                column("revenue", "Revenue", true),
                column("change", "Change", true),
                column("orders", "Orders", true),
                column("order", "Average order", true));
    }

    private Column column(String name, String title, boolean amount) {
        return new Column(title, address(order.sortedBy(name, amount)), order.sortedness(name), amount);
    }

    private String address(TableOrder other) {
        return PATH + "?" + chosen.query() + QueryText.of(other.with(Map.of("q", text)));
    }

    private static BigDecimal averageOrder(TenantRevenue one) {
        var average = one.now().averageOrder();
        return average == null ? BigDecimal.ZERO : average;
    }
}

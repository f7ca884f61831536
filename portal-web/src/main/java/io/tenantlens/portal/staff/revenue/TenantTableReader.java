package io.tenantlens.portal.staff.revenue;

import io.tenantlens.api.insight.TenantRevenue;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.QueryText;
import io.tenantlens.portal.staff.revenue.TenantTable.Column;
import io.tenantlens.portal.staff.revenue.TenantTable.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    private final String sort;
    private final int page;

    TenantTableReader(ChosenRange chosen, RevenueChoice sent, Look look) {
        this.chosen = chosen;
        this.look = look;
        this.text = sent.text() == null ? "" : sent.text().strip();
        this.sort = sent.sort() != null && ORDERS.containsKey(column(sent.sort())) ? sent.sort() : BY_DEFAULT;
        this.page = pageNumber(sent.page());
    }

    TenantTable of(List<TenantRevenue> tenants, BigDecimal platform) {
        var found = sorted(tenants);
        int from = Math.min((page - 1) * SIZE, found.size());
        int to = Math.min(from + SIZE, found.size());
        return new TenantTable(
                text,
                sort,
                chosen.query(),
                found.isEmpty()
                        ? "None"
                        : "%s–%s of %s".formatted(look.number(from + 1L), look.number(to), look.number(found.size())),
                columns(),
                found.subList(from, to).stream().map(one -> row(one, platform)).toList(),
                PATH + ".csv" + address(sort, 1).substring(PATH.length()),
                page > 1 ? address(sort, page - 1) : null,
                to < found.size() ? address(sort, page + 1) : null);
    }

    List<TenantRevenue> sorted(List<TenantRevenue> tenants) {
        var order = ORDERS.getOrDefault(column(sort), Comparator.comparing(TenantRevenue::tenant));
        var wanted = text.toLowerCase(Locale.ROOT);
        return tenants.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || one.tenant().value().contains(wanted))
                .sorted((sort.startsWith("-") ? order.reversed() : order).thenComparing(TenantRevenue::tenant))
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

    /** The same column again turns round; amounts start with the largest. */
    private Column column(String name, String title, boolean amount) {
        var ascending = sort.equals(name);
        var descending = sort.equals("-" + name);
        var next = descending || (!ascending && !amount) ? name : "-" + name;
        return new Column(
                title, address(next, 1), ascending ? "ascending" : descending ? "descending" : "none", amount);
    }

    private String address(String order, int number) {
        return PATH + "?" + chosen.query()
                + QueryText.of(Map.of(
                        "q",
                        text,
                        "sort",
                        order.equals(BY_DEFAULT) ? "" : order,
                        "page",
                        number == 1 ? "" : "" + number));
    }

    private static BigDecimal averageOrder(TenantRevenue one) {
        var average = one.now().averageOrder();
        return average == null ? BigDecimal.ZERO : average;
    }

    private static String column(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static int pageNumber(@Nullable String sent) {
        try {
            return sent == null ? 1 : Math.clamp(Integer.parseInt(sent), 1, 1_000);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}

package io.tenantlens.api.billing.run;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.api.billing.draft.BillDraft;
import io.tenantlens.api.billing.draft.BilledTenant;
import io.tenantlens.api.billing.draft.DraftLine;
import io.tenantlens.cost.invoice.RatedBill;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Stores the drafts of a chunk in place of those that were computed before. */
final class DraftWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private final Handle handle;
    private final UUID run;
    private final YearMonth month;
    private final List<Head> heads = new ArrayList<>();

    DraftWriter(Handle handle, UUID run, YearMonth month) {
        this.handle = handle;
        this.run = run;
        this.month = month;
    }

    private record Head(BilledTenant tenant, String id, BillDraft draft, BigDecimal bdtRate) {

        RatedBill bill() {
            return draft.bill();
        }
    }

    private record Line(String tenant, String invoice, int number, DraftLine line) {

        String steps() {
            return String.join(
                    "\n", line.rated().steps().stream().map(String::strip).toList());
        }
    }

    void add(BilledTenant tenant, BillDraft draft, BigDecimal bdtRate) {
        heads.add(new Head(tenant, "", draft, bdtRate));
    }

    /** Of all these tenants the old drafts go, also of those that get no new one. */
    void replace(Collection<TenantId> tenants) {
        var ids = tenants.stream().map(TenantId::value).toArray(String[]::new);
        handle.createUpdate(
                        "DELETE FROM invoices WHERE tenant_id = ANY (:tenants) AND month = :month AND status = 'draft'")
                .bind("tenants", ids)
                .bind("month", month.atDay(1))
                .execute();
        var before = documentsBefore(ids);
        var numbered = heads.stream()
                .map(head -> new Head(
                        head.tenant, id(before.getOrDefault(head.tenant.id().value(), 0)), head.draft, head.bdtRate))
                .toList();
        writeHeads(numbered);
        writeLines(numbered);
    }

    /** The month's first invoice has the month as its id; one after a void invoice a number more. */
    private String id(int before) {
        return before == 0 ? month.toString() : month + "-" + (before + 1);
    }

    private Map<String, Integer> documentsBefore(String[] tenants) {
        var before = new HashMap<String, Integer>();
        handle.createQuery("""
                        SELECT tenant_id, count(*)::int AS documents FROM invoices
                        WHERE tenant_id = ANY (:tenants) AND month = :month AND kind = 'invoice' GROUP BY tenant_id""")
                .bind("tenants", tenants)
                .bind("month", month.atDay(1))
                .map((row, _) -> before.put(row.getString("tenant_id"), row.getInt("documents")))
                .list();
        return before;
    }

    private void writeHeads(List<Head> rows) {
        new Columns<>(rows)
                .text("tenant_id", head -> head.tenant().id().value())
                .text("invoice_id", Head::id)
                .text("kind", _ -> "invoice")
                .text("status", _ -> "draft")
                .day("month", _ -> month.atDay(1))
                .text("tenant_name", head -> head.tenant().name())
                .text("plan_title", head -> head.draft().planTitle())
                .text("time_zone", head -> head.tenant().zone().getId())
                .text("currency", head -> head.bill().currency().code())
                .number("bdt_rate", Head::bdtRate)
                .number("subtotal", head -> head.bill().subtotal().amount())
                .number("discount", head -> head.bill().discount().amount())
                .number("credit", head -> head.bill().credit().amount())
                .number("tax", head -> head.bill().tax().amount())
                .number("total", head -> head.bill().total().amount())
                .json("taxes", head -> taxes(head.bill()))
                .uuid("run_id", _ -> run)
                .insertInto(handle, "invoices");
    }

    private void writeLines(List<Head> rows) {
        var lines = new ArrayList<Line>();
        for (var head : rows) {
            var drafted = head.draft().lines();
            for (var i = 0; i < drafted.size(); i++) {
                lines.add(new Line(head.tenant().id().value(), head.id(), i + 1, drafted.get(i)));
            }
        }
        var columns = new Columns<>(lines)
                .text("tenant_id", Line::tenant)
                .text("invoice_id", Line::invoice)
                .integer("line", Line::number)
                .text("charge", line -> line.line().rated().charge().value())
                .text("title", line -> line.line().title())
                .text("kind", line -> line.line().rated().kind().name().toLowerCase(Locale.ROOT))
                .day("service_month", line -> line.line().serviceMonth().atDay(1))
                .text("unit", line -> line.line().unit())
                .text("steps", Line::steps);
        origin(columns);
        amounts(columns).insertInto(handle, "invoice_lines");
    }

    private static void origin(Columns<Line> columns) {
        columns.text(
                        "plan",
                        line -> line.line().card() == null
                                ? null
                                : line.line().card().plan())
                .day(
                        "card_from",
                        line -> line.line().card() == null
                                ? null
                                : line.line().card().validFrom())
                .day(
                        "active_from",
                        line -> line.line().active() == null
                                ? null
                                : line.line().active().start())
                .day(
                        "active_until",
                        line -> line.line().active() == null
                                ? null
                                : line.line().active().end())
                .text(
                        "meter",
                        line -> line.line().meter() == null
                                ? null
                                : line.line().meter().value())
                .number("metered", line -> line.line().metered());
    }

    private static Columns<Line> amounts(Columns<Line> columns) {
        return columns.number("quantity", line -> line.line().rated().quantity())
                .number("unit_price", line -> line.line().rated().unitPrice())
                .number("amount", line -> plain(line.line().rated().amount()))
                .number("discount", line -> plain(line.line().rated().discount()))
                .number("credit", line -> plain(line.line().rated().credit()))
                .number("tax", line -> plain(line.line().rated().tax()))
                .number("total", line -> plain(line.line().rated().total()));
    }

    private static BigDecimal plain(Money money) {
        return money.amount();
    }

    private static String taxes(RatedBill bill) {
        var taxes = JSON.createArrayNode();
        bill.taxes()
                .forEach(tax -> taxes.addObject()
                        .put("id", tax.id())
                        .put("percent", tax.percent().toPlainString())
                        .put("base", tax.base().amount().toPlainString())
                        .put("amount", tax.amount().amount().toPlainString()));
        return taxes.toString();
    }
}

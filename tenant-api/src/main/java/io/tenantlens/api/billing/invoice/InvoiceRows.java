package io.tenantlens.api.billing.invoice;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.cost.invoice.TaxTotal;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Documents within a transaction of the caller, whose login decides what it sees: a tenant no drafts and no other tenant. */
public final class InvoiceRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final Handle handle;

    public InvoiceRows(Handle handle) {
        this.handle = handle;
    }

    /** All documents of a tenant, the newest month first. */
    public List<InvoiceHead> of(TenantId tenant) {
        return handle.createQuery(
                        "SELECT * FROM invoices WHERE tenant_id = :tenant ORDER BY month DESC, issued_at DESC, invoice_id DESC")
                .bind("tenant", tenant.value())
                .map((row, _) -> head(row))
                .list();
    }

    public Optional<Invoice> find(TenantId tenant, String id) {
        return handle.createQuery("SELECT * FROM invoices WHERE tenant_id = :tenant AND invoice_id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map((row, _) -> head(row))
                .findOne()
                .map(head -> new Invoice(head, lines(head)));
    }

    private List<InvoiceLine> lines(InvoiceHead head) {
        var currency = head.total().currency();
        return handle.createQuery(
                        "SELECT * FROM invoice_lines WHERE tenant_id = :tenant AND invoice_id = :id ORDER BY line")
                .bind("tenant", head.tenant().value())
                .bind("id", head.id())
                .map((row, _) -> line(row, currency))
                .list();
    }

    /** Reads the current row of a query over all columns of {@code invoices}. */
    public static InvoiceHead head(ResultSet row) throws SQLException {
        var currency = Currency.of(row.getString("currency"));
        return new InvoiceHead(
                new TenantId(row.getString("tenant_id")),
                row.getString("tenant_name"),
                row.getString("invoice_id"),
                DocumentKind.valueOf(upper(row, "kind")),
                InvoiceStatus.valueOf(upper(row, "status")),
                row.getString("number"),
                row.getString("corrects"),
                month(row, "month"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("plan_title"),
                money(row, "subtotal", currency),
                money(row, "discount", currency),
                money(row, "credit", currency),
                money(row, "tax", currency),
                money(row, "total", currency),
                row.getBigDecimal("bdt_rate"),
                taxes(row.getString("taxes"), currency),
                instant(row, "issued_at"),
                row.getObject("due_on", LocalDate.class),
                instant(row, "paid_at"),
                row.getString("note"));
    }

    private static InvoiceLine line(ResultSet row, Currency currency) throws SQLException {
        var meter = row.getString("meter");
        var activeFrom = row.getObject("active_from", LocalDate.class);
        return new InvoiceLine(
                row.getInt("line"),
                new ChargeId(row.getString("charge")),
                row.getString("title"),
                LineKind.valueOf(upper(row, "kind")),
                month(row, "service_month"),
                row.getString("plan"),
                row.getObject("card_from", LocalDate.class),
                activeFrom == null
                        ? null
                        : new DateRange(activeFrom, requireNonNull(row.getObject("active_until", LocalDate.class))),
                meter == null ? null : new MeterKey(meter),
                row.getString("unit"),
                row.getBigDecimal("metered"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                money(row, "amount", currency),
                money(row, "discount", currency),
                money(row, "credit", currency),
                money(row, "tax", currency),
                money(row, "total", currency),
                row.getString("steps").lines().toList());
    }

    private static List<TaxTotal> taxes(String json, Currency currency) {
        try {
            var taxes = new ArrayList<TaxTotal>();
            for (var tax : JSON.readTree(json)) {
                taxes.add(new TaxTotal(
                        tax.required("id").asText(),
                        new BigDecimal(tax.required("percent").asText()),
                        Money.of(tax.required("base").asText(), currency),
                        Money.of(tax.required("amount").asText(), currency)));
            }
            return taxes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the taxes of an invoice are not JSON", e);
        }
    }

    private static Money money(ResultSet row, String column, Currency currency) throws SQLException {
        return Money.rounded(row.getBigDecimal(column), currency);
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}

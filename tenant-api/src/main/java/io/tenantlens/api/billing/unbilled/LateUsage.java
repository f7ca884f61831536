package io.tenantlens.api.billing.unbilled;

import io.tenantlens.api.billing.draft.BasisReader;
import io.tenantlens.api.billing.draft.BillBasis;
import io.tenantlens.api.billing.draft.BillComposer;
import io.tenantlens.api.billing.draft.BilledTenant;
import io.tenantlens.api.billing.draft.DraftLine;
import io.tenantlens.cost.invoice.RatingException;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Usage that became known after its invoice and changes what is due: the corrections that a run would book now. */
final class LateUsage {

    private static final Logger LOG = Logger.getLogger(LateUsage.class);

    private final Handle handle;
    private final YearMonth open;
    private final int correctedMonths;

    /** @param open the month whose run will correct it */
    LateUsage(Handle handle, YearMonth open, int correctedMonths) {
        this.handle = handle;
        this.open = open;
        this.correctedMonths = correctedMonths;
    }

    private record Billed(TenantId tenant, YearMonth month, String charge) {}

    List<UnbilledUsage> of(List<BilledTenant> tenants) {
        var bases = new BasisReader(handle, open, correctedMonths)
                .read(tenants, (tenant, reason) -> LOG.debugf("late usage of %s is not known: %s", tenant, reason));
        var metered = metered(tenants);
        var found = new ArrayList<UnbilledUsage>();
        bases.forEach((tenant, basis) -> corrections(tenant, basis).forEach(line -> {
            var charge = line.rated().charge().value();
            var billed = metered.getOrDefault(new Billed(tenant, line.serviceMonth(), charge), BigDecimal.ZERO);
            found.add(new UnbilledUsage(
                    tenant,
                    line.serviceMonth(),
                    Objects.requireNonNull(line.meter()),
                    Cause.LATE,
                    Objects.requireNonNull(line.metered()).subtract(billed),
                    line.rated().amount().minus(line.rated().discount())));
        }));
        return found;
    }

    private static List<DraftLine> corrections(TenantId tenant, BillBasis basis) {
        var alone = new BillBasis(basis.period(), basis.currency(), List.of(), Map.of(), basis.earlier(), List.of());
        try {
            return BillComposer.compose(alone).lines().stream()
                    .filter(line -> line.rated().kind() == LineKind.CORRECTION)
                    .toList();
        } catch (RatingException e) {
            LOG.debugf("late usage of %s can not be rated: %s", tenant, e.getMessage());
            return List.of();
        }
    }

    /** What the newest line of each charge and month was rated from. */
    private Map<Billed, BigDecimal> metered(List<BilledTenant> tenants) {
        var metered = new HashMap<Billed, BigDecimal>();
        handle.createQuery("""
                        SELECT DISTINCT ON (l.tenant_id, l.service_month, l.charge)
                            l.tenant_id, l.service_month, l.charge, l.metered
                        FROM invoice_lines l JOIN invoices i USING (tenant_id, invoice_id)
                        WHERE l.tenant_id = ANY (:tenants) AND l.service_month >= :from AND l.service_month < :until
                            AND l.metered IS NOT NULL AND i.kind = 'invoice' AND i.status IN ('issued', 'paid')
                        ORDER BY l.tenant_id, l.service_month, l.charge, i.issued_at DESC, i.month DESC""")
                .bind(
                        "tenants",
                        tenants.stream().map(tenant -> tenant.id().value()).toArray(String[]::new))
                .bind("from", open.minusMonths(correctedMonths).atDay(1))
                .bind("until", open.atDay(1))
                .map((row, _) -> metered.put(
                        new Billed(
                                new TenantId(row.getString("tenant_id")),
                                YearMonth.from(row.getObject("service_month", LocalDate.class)),
                                row.getString("charge")),
                        row.getBigDecimal("metered")))
                .list();
        return metered;
    }
}

package io.tenantlens.api.margin;

import io.tenantlens.api.billing.currency.ExchangeRates;
import io.tenantlens.api.billing.currency.MissingRateException;
import io.tenantlens.api.billing.draft.BasisReader;
import io.tenantlens.api.billing.draft.BillBasis;
import io.tenantlens.api.billing.draft.BillComposer;
import io.tenantlens.api.billing.draft.BilledTenant;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Rates a month of many tenants as its invoice run would, without corrections of other months and without credits. */
final class AccruedRevenue {

    private static final Logger LOG = Logger.getLogger(AccruedRevenue.class);

    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final YearMonth month;
    private final BigDecimal gone;

    /** @param gone the part of the month that has gone, for which fixed fees have accrued */
    AccruedRevenue(Handle handle, YearMonth month, BigDecimal gone) {
        this.handle = handle;
        this.month = month;
        this.gone = gone;
    }

    /** In BDT before tax; a tenant that can't be rated has no entry. */
    SortedMap<TenantId, BigDecimal> read() {
        handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
        handle.execute("SET LOCAL jit = off");
        var rates = new ExchangeRates(handle);
        var accrued = new TreeMap<TenantId, BigDecimal>();
        var tenants = tenants();
        for (var from = 0; from < tenants.size(); from += AT_ONCE) {
            var chunk = tenants.subList(from, Math.min(from + AT_ONCE, tenants.size()));
            new BasisReader(handle, month, 0)
                    .read(chunk, (tenant, reason) -> LOG.debugf("no revenue of %s for %s: %s", month, tenant, reason))
                    .forEach((tenant, basis) ->
                            revenue(basis, rates).ifPresent(revenue -> accrued.put(tenant, revenue)));
        }
        return accrued;
    }

    private List<BilledTenant> tenants() {
        var tenants = handle.createQuery("""
            SELECT tenant_id, name, currency, time_zone FROM tenants
            WHERE tenant_id <> '_platform' AND signed_up_on < :end AND (churned_on IS NULL OR churned_on > :start)
            ORDER BY tenant_id\
            """)
                .bind("start", month.atDay(1))
                .bind("end", month.plusMonths(1).atDay(1))
                .map((row, _) -> new BilledTenant(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("name"),
                        Currency.of(row.getString("currency")),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
        return new ArrayList<>(tenants);
    }

    private Optional<BigDecimal> revenue(BillBasis basis, ExchangeRates rates) {
        try {
            var month = new BillBasis(
                    basis.period(), basis.currency(), basis.phases(), basis.usage(), List.of(), List.of());
            var sum = BigDecimal.ZERO;
            for (var line : BillComposer.compose(month).bill().lines()) {
                var net = line.total().minus(line.tax()).amount();
                sum = sum.add(line.kind() == LineKind.FLAT ? net.multiply(gone) : net);
            }
            var rate = rates.toBdt(basis.currency(), basis.period().month());
            return Optional.of(Currency.BDT.round(basis.currency().round(sum).multiply(rate)));
        } catch (MissingRateException | IllegalArgumentException | ArithmeticException e) {
            LOG.debugf("no revenue of %s: %s", basis.period(), e.getMessage());
            return Optional.empty();
        }
    }
}

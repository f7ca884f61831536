package io.tenantlens.api.billing.run;

import static java.util.Objects.requireNonNull;

import io.tenantlens.api.billing.currency.ExchangeRates;
import io.tenantlens.api.billing.currency.MissingRateException;
import io.tenantlens.api.billing.draft.BasisReader;
import io.tenantlens.api.billing.draft.BillBasis;
import io.tenantlens.api.billing.draft.BillComposer;
import io.tenantlens.api.billing.draft.BilledTenant;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Drafts the invoices of one chunk of tenants. What is in a tenant's way is noted for it and stops no other. */
final class Drafting {

    private final Handle handle;
    private final BillingSettings settings;
    private final Instant now;

    Drafting(Handle handle, BillingSettings settings, Instant now) {
        this.handle = handle;
        this.settings = settings;
        this.now = now;
    }

    /** Answers how many tenants it took; zero if none is pending, or others work on the rest. */
    int chunk(UUID run) {
        var month = month(run);
        var tenants = month.isEmpty() ? List.<BilledTenant>of() : claim(run);
        if (!tenants.isEmpty()) {
            // The arrays of a query are of a size that a plan made once and for all would not know.
            handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
            handle.execute("SET LOCAL jit = off");
            draft(run, month.orElseThrow(), tenants);
        }
        return tenants.size();
    }

    /** Held until the end of the transaction, so that nobody approves a run while a chunk of it is computed. */
    private Optional<YearMonth> month(UUID run) {
        return handle.createQuery("SELECT month FROM invoice_runs WHERE run_id = :run AND state = 'preview' FOR SHARE")
                .bind("run", run)
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from);
    }

    private List<BilledTenant> claim(UUID run) {
        return handle.createQuery("""
                        WITH claimed AS (
                            SELECT tenant_id FROM invoice_run_tenants WHERE run_id = :run AND state = 'pending'
                            ORDER BY tenant_id LIMIT :chunk FOR UPDATE SKIP LOCKED)
                        SELECT tenant_id, name, currency, time_zone FROM claimed JOIN tenants USING (tenant_id)
                        ORDER BY tenant_id""")
                .bind("run", run)
                .bind("chunk", settings.chunk())
                .map((row, _) -> new BilledTenant(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("name"),
                        Currency.of(row.getString("currency")),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    private void draft(UUID run, YearMonth month, List<BilledTenant> tenants) {
        var outcome = new ChunkOutcome(run);
        var ready = ready(month, tenants, outcome);
        var bases = new BasisReader(handle, month, settings.correctedMonths()).read(ready, outcome::failed);
        var rates = new ExchangeRates(handle);
        var byId = new HashMap<TenantId, BilledTenant>();
        ready.forEach(tenant -> byId.put(tenant.id(), tenant));
        var writer = new DraftWriter(handle, run, month);
        bases.forEach((id, basis) -> compose(byId, rates, writer, outcome, id, basis));
        writer.replace(tenants.stream().map(BilledTenant::id).toList());
        outcome.store(handle);
    }

    private static void compose(
            Map<TenantId, BilledTenant> tenants,
            ExchangeRates rates,
            DraftWriter writer,
            ChunkOutcome outcome,
            TenantId id,
            BillBasis basis) {
        try {
            var draft = BillComposer.compose(basis);
            if (draft.isEmpty()) {
                outcome.nothing(id);
                return;
            }
            var rate = rates.toBdt(basis.currency(), basis.period().month());
            writer.add(requireNonNull(tenants.get(id)), draft, rate);
            outcome.drafted(id);
        } catch (MissingRateException | IllegalArgumentException | ArithmeticException e) {
            outcome.failed(id, String.valueOf(e.getMessage()));
        }
    }

    /** Those whose month is over and whose usage of it is in the roll-ups. */
    private List<BilledTenant> ready(YearMonth month, List<BilledTenant> tenants, ChunkOutcome outcome) {
        var folded = foldedUntil();
        var ready = new ArrayList<BilledTenant>();
        for (var tenant : tenants) {
            var end = new BillingPeriod(month, tenant.zone()).period().end();
            if (now.isBefore(end)) {
                outcome.failed(tenant.id(), "%s has not ended in %s yet.".formatted(month, tenant.zone()));
            } else if (folded.isBefore(end)) {
                outcome.failed(tenant.id(), "Usage received before the end of %s is not counted yet.".formatted(month));
            } else {
                ready.add(tenant);
            }
        }
        return ready;
    }

    /** Everything received before is counted; where nothing waits to be counted, that is everything up to now. */
    private Instant foldedUntil() {
        return handle.createQuery("""
                        SELECT min(coalesce(p.folded_at, 'epoch')) FROM fold_progress p
                        WHERE EXISTS (SELECT FROM usage_log l WHERE l.shard = p.shard AND l.position > p.position)""")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant)
                .orElse(now);
    }
}

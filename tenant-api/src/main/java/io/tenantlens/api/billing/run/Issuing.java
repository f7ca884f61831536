package io.tenantlens.api.billing.run;

import io.tenantlens.api.billing.invoice.InvoiceNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Issues the drafts of one chunk of tenants: a number each, one after the other, and all of them final at once. */
final class Issuing {

    private final Handle handle;
    private final BillingSettings settings;
    private final Instant now;

    Issuing(Handle handle, BillingSettings settings, Instant now) {
        this.handle = handle;
        this.settings = settings;
        this.now = now;
    }

    /** Answers how many tenants it took; with the last of them the run is issued. */
    int chunk(UUID run) {
        // The run's row puts chunks in line, which the numbers do anyway.
        if (!isApproved(run)) {
            return 0;
        }
        var tenants = claim(run);
        if (tenants.isEmpty()) {
            finish(run);
            return 0;
        }
        issue(run, tenants);
        return tenants.size();
    }

    private boolean isApproved(UUID run) {
        return handle.createQuery("SELECT true FROM invoice_runs WHERE run_id = :run AND state = 'approved' FOR UPDATE")
                .bind("run", run)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
    }

    private List<String> claim(UUID run) {
        return handle.createQuery("""
                        SELECT tenant_id FROM invoice_run_tenants WHERE run_id = :run AND state = 'drafted'
                        ORDER BY tenant_id LIMIT :chunk FOR UPDATE""")
                .bind("run", run)
                .bind("chunk", settings.chunk())
                .mapTo(String.class)
                .list();
    }

    private void issue(UUID run, List<String> tenants) {
        var on = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var series = "INV-" + on.getYear();
        var last = new InvoiceNumbers(handle).take(series, tenants.size());
        handle.createUpdate("""
                        UPDATE invoices i SET status = 'issued', issued_at = :now, due_on = :due,
                            number = :series || '-' || lpad((:first + t.place)::text, 6, '0')
                        FROM unnest(:tenants) WITH ORDINALITY AS t (tenant_id, place)
                        WHERE i.tenant_id = t.tenant_id AND i.run_id = :run AND i.status = 'draft'""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("due", on.plusDays(settings.dueDays()))
                .bind("series", series)
                .bind("first", last - tenants.size())
                .bind("tenants", tenants.toArray(String[]::new))
                .bind("run", run)
                .execute();
        handle.createUpdate(
                        "UPDATE invoice_run_tenants SET state = 'issued' WHERE run_id = :run AND tenant_id = ANY (:tenants)")
                .bind("run", run)
                .bind("tenants", tenants.toArray(String[]::new))
                .execute();
    }

    private void finish(UUID run) {
        handle.createUpdate("UPDATE invoice_runs SET state = 'issued', issued_at = :now WHERE run_id = :run")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("run", run)
                .execute();
        new RunSteps(handle).recomputePreviews();
    }
}

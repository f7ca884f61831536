package io.tenantlens.api.billing.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How a run moves from one state to the next. */
final class RunSteps {

    private final Handle handle;

    RunSteps(Handle handle) {
        this.handle = handle;
    }

    /** Those without an invoice for the month who may owe something: signed up before its end and not gone for long. */
    long open(YearMonth month, int correctedMonths) {
        handle.createUpdate("INSERT INTO invoice_runs (month) VALUES (:month) ON CONFLICT DO NOTHING")
                .bind("month", month.atDay(1))
                .execute();
        return handle.createUpdate("""
                        INSERT INTO invoice_run_tenants (tenant_id, run_id)
                        SELECT t.tenant_id, r.run_id
                        FROM invoice_runs r JOIN tenants t ON t.tenant_id <> '_platform'
                            AND t.signed_up_on < r.month + interval '1 month'
                            AND (t.churned_on IS NULL OR t.churned_on > :goneSince)
                        WHERE r.month = :month AND r.state = 'preview' AND NOT EXISTS (
                            SELECT FROM invoices i WHERE i.tenant_id = t.tenant_id AND i.month = r.month
                                AND i.kind = 'invoice' AND i.status IN ('issued', 'paid'))
                        ON CONFLICT (tenant_id, run_id) DO UPDATE SET state = 'pending', reason = NULL""")
                .bind("month", month.atDay(1))
                .bind("goneSince", month.minusMonths(correctedMonths).atDay(1))
                .execute();
    }

    /** Locks the run until the end of the transaction and tells its state. */
    Optional<RunState> lock(UUID id) {
        return handle.createQuery("SELECT upper(state) FROM invoice_runs WHERE run_id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(RunState::valueOf);
    }

    boolean hasPending(UUID id) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT FROM invoice_run_tenants WHERE run_id = :id AND state = 'pending')")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /** The month of another run that is approved and not issued yet. */
    Optional<YearMonth> otherApproved(UUID id) {
        return handle.createQuery("SELECT month FROM invoice_runs WHERE state = 'approved' AND run_id <> :id")
                .bind("id", id)
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from);
    }

    void approve(UUID id) {
        handle.createUpdate(
                        "UPDATE invoice_runs SET state = 'approved', approved_at = clock_timestamp() WHERE run_id = :id")
                .bind("id", id)
                .execute();
    }

    void requestIssue(UUID id) {
        handle.createUpdate("""
                        UPDATE invoice_runs SET issue_requested_at = coalesce(issue_requested_at, clock_timestamp())
                        WHERE run_id = :id""").bind("id", id).execute();
    }

    /** Previews count on what is issued: what was computed before is computed again. */
    void recomputePreviews() {
        handle.execute("""
                UPDATE invoice_run_tenants t SET state = 'pending', reason = NULL
                FROM invoice_runs r WHERE r.run_id = t.run_id AND r.state = 'preview' AND t.state <> 'pending'""");
    }
}

package io.tenantlens.sla.claim;

import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** Proposes credits within the transaction that freezes or revises a month. What was decided already is never touched. */
public record ProposedCredits(Handle handle, Instant now) {

    public void propose(SlaReading reading, YearMonth month, int revision) {
        var percent = reading.creditPercent().orElse(BigDecimal.ZERO);
        if (percent.signum() > 0) {
            upsert(reading, month, revision, percent);
        } else {
            handle.execute(
                    "UPDATE sla_credit_claims SET status = 'withdrawn', revision = ?"
                            + " WHERE tenant_id = ? AND month = ? AND status = 'proposed'",
                    revision,
                    reading.tenant().value(),
                    month.atDay(1));
        }
    }

    private void upsert(SlaReading reading, YearMonth month, int revision, BigDecimal percent) {
        handle.createUpdate("""
                        INSERT INTO sla_credit_claims AS claim (tenant_id, month, revision, percent, year_cap_percent,
                            availability_percent, objective_percent, status, proposed_at)
                        VALUES (:tenant, :month, :revision, :percent, :yearCap, :availability, :objective, 'proposed', :now)
                        ON CONFLICT (tenant_id, month) DO UPDATE
                        SET revision = excluded.revision, percent = excluded.percent, year_cap_percent = excluded.year_cap_percent,
                            availability_percent = excluded.availability_percent, status = 'proposed'
                        WHERE claim.status IN ('proposed', 'withdrawn')""")
                .bind("tenant", reading.tenant().value())
                .bind("month", month.atDay(1))
                .bind("revision", revision)
                .bind("percent", percent)
                .bind("yearCap", reading.promise().limits().yearCapPercent())
                .bind("availability", reading.availability().percent().orElseThrow())
                .bind("objective", reading.promise().objective().availability().percent())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}

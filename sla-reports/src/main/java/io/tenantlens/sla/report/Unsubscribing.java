package io.tenantlens.sla.report;

import io.tenantlens.api.database.WorkerDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Ends a recipient's mails for whoever holds one of them: its token is the proof, nobody is signed in. */
@Singleton
public class Unsubscribing {

    /**
     * What a token would end.
     *
     * @param ended that it has been ended before
     */
    public record Reports(String shop, Cadence cadence, Locale language, boolean ended) {}

    private final WorkerDatabase database;
    private final UnsubscribeTokens tokens;

    @Inject
    Unsubscribing(WorkerDatabase database, UnsubscribeTokens tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /** Empty for a token that we did not make. */
    public Optional<Reports> find(String token) {
        return tokens.read(token)
                .flatMap(holder -> database.inTransaction(handle -> handle.createQuery("""
                    SELECT t.name, s.cadence, s.language,
                           r.unsubscribed_at IS NOT NULL OR s.ended_at IS NOT NULL AS ended
                    FROM report_recipients r
                    JOIN report_subscriptions s USING (tenant_id, subscription_id)
                    JOIN tenants t USING (tenant_id)
                    WHERE r.tenant_id = :tenant AND r.recipient_id = :recipient\
                    """)
                        .bind("tenant", holder.tenant().value())
                        .bind("recipient", holder.recipient())
                        .map((row, _) -> new Reports(
                                row.getString("name"),
                                Cadence.of(row.getString("cadence")),
                                Locale.of(row.getString("language"), "BD"),
                                row.getBoolean("ended")))
                        .findOne()));
    }

    /** False for a token that we did not make; ending twice is ending. */
    public boolean end(String token) {
        return tokens.read(token)
                .map(holder -> database.inTransaction(handle -> handle.createUpdate("""
                    UPDATE report_recipients SET unsubscribed_at = coalesce(unsubscribed_at, now())
                    WHERE tenant_id = :tenant AND recipient_id = :recipient\
                    """)
                        .bind("tenant", holder.tenant().value())
                        .bind("recipient", holder.recipient())
                        .execute()))
                .filter(ended -> ended == 1)
                .isPresent();
    }
}

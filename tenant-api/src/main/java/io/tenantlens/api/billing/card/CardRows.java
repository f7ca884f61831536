package io.tenantlens.api.billing.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Published cards and drafts in the database. */
final class CardRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final Handle handle;

    CardRows(Handle handle) {
        this.handle = handle;
    }

    /** By plan and currency, the newest version of each first. */
    List<CardSummary> summaries() {
        return handle.createQuery("""
            SELECT c.plan, c.currency, c.valid_from, c.title, jsonb_array_length(c.charges) AS charges,
                lag(c.valid_from) OVER (PARTITION BY c.plan, c.currency ORDER BY c.valid_from DESC) AS valid_until,
                (SELECT coalesce(sum((charge -> 'price' ->> 'amount')::numeric), 0)
                 FROM jsonb_array_elements(c.charges) AS charge
                 WHERE charge -> 'price' ->> 'model' = 'flat') AS fees,
                coalesce(t.tenants, 0) AS tenants
            FROM rate_cards c
            LEFT JOIN (SELECT plan, currency, count(*) AS tenants FROM tenants
                WHERE status = 'active' AND tenant_id <> '_platform' GROUP BY plan, currency) t
                USING (plan, currency)
            ORDER BY c.plan, c.currency, c.valid_from DESC\
            """)
                .map((row, _) -> {
                    var key = key(row, "");
                    return new CardSummary(
                            key,
                            row.getObject("valid_until", LocalDate.class),
                            row.getString("title"),
                            row.getInt("charges"),
                            Money.rounded(row.getBigDecimal("fees"), key.currency()),
                            row.getLong("tenants"));
                })
                .list();
    }

    Optional<CardVersion> card(CardKey key) {
        return handle.createQuery("""
            SELECT c.*, (SELECT min(n.valid_from) FROM rate_cards n WHERE n.plan = c.plan
                AND n.currency = c.currency AND n.valid_from > c.valid_from) AS valid_until
            FROM rate_cards c WHERE c.plan = :plan AND c.currency = :currency AND c.valid_from = :from\
            """)
                .bind("plan", key.plan())
                .bind("currency", key.currency().code())
                .bind("from", key.validFrom())
                .map((row, _) -> new CardVersion(
                        key(row, ""),
                        row.getObject("valid_until", LocalDate.class),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        text(row)))
                .findOne();
    }

    /** Where a card from this day on would price a month anew whose invoices are settled: the last such month. */
    Optional<YearMonth> closedTo(CardKey key) {
        return handle.createQuery("SELECT month_closed_to_rate_card(:plan, :currency, :from)")
                .bind("plan", key.plan())
                .bind("currency", key.currency().code())
                .bind("from", key.validFrom())
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from);
    }

    /** Nobody computes, approves or issues a run of these months until the transaction ends. */
    void lockRunsFrom(LocalDate day) {
        handle.createQuery(
                        "SELECT run_id FROM invoice_runs WHERE month >= :day AND state <> 'issued' ORDER BY run_id FOR"
                                + " UPDATE")
                .bind("day", day)
                .mapTo(UUID.class)
                .list();
    }

    /** Previews that the new card prices are computed again. */
    void computeAgainFrom(LocalDate day) {
        handle.createUpdate("""
            UPDATE invoice_run_tenants t SET state = 'pending', reason = NULL
            FROM invoice_runs r
            WHERE r.run_id = t.run_id AND r.state = 'preview' AND r.month >= :day AND t.state <> 'pending'\
            """).bind("day", day).execute();
    }

    /** Answers whether it is there now: not where the plan has a card from that day already. */
    boolean publish(CardKey key, CardText text) {
        var insert = handle.createUpdate("""
            INSERT INTO rate_cards (plan, currency, valid_from, title, charges, taxes, proration)
            VALUES (:plan, :currency, :from, :title, :charges::jsonb, :taxes::jsonb, :proration)
            ON CONFLICT DO NOTHING\
            """);
        return bound(insert, text)
                        .bind("plan", key.plan())
                        .bind("currency", key.currency().code())
                        .bind("from", key.validFrom())
                        .execute()
                == 1;
    }

    /** The one that was changed last first. */
    List<CardDraft> drafts() {
        return handle.createQuery("SELECT * FROM rate_card_drafts ORDER BY changed_at DESC")
                .map((row, _) -> draft(row))
                .list();
    }

    Optional<CardDraft> draft(UUID id) {
        return handle.createQuery("SELECT * FROM rate_card_drafts WHERE draft_id = :id")
                .bind("id", id)
                .map((row, _) -> draft(row))
                .findOne();
    }

    /** Held until the end of the transaction. */
    Optional<CardDraft> lockedDraft(UUID id) {
        return handle.createQuery("SELECT * FROM rate_card_drafts WHERE draft_id = :id FOR UPDATE")
                .bind("id", id)
                .map((row, _) -> draft(row))
                .findOne();
    }

    UUID addDraft(String plan, Currency currency, CardVersion base) {
        var insert = handle.createQuery("""
            INSERT INTO rate_card_drafts (plan, currency, base_plan, base_currency, base_valid_from, title, charges, taxes, proration)
            VALUES (:plan, :currency, :basePlan, :baseCurrency, :baseFrom, :title, :charges::jsonb, :taxes::jsonb, :proration)
            RETURNING draft_id\
            """);
        return bound(insert, base.text())
                .bind("plan", plan)
                .bind("currency", currency.code())
                .bind("basePlan", base.key().plan())
                .bind("baseCurrency", base.key().currency().code())
                .bind("baseFrom", base.key().validFrom())
                .mapTo(UUID.class)
                .one();
    }

    void saveDraft(UUID id, CardText text) {
        var update = handle.createUpdate("""
            UPDATE rate_card_drafts SET title = :title, charges = :charges::jsonb, taxes = :taxes::jsonb,
                proration = :proration, revision = revision + 1, changed_at = clock_timestamp()
            WHERE draft_id = :id\
            """);
        bound(update, text).bind("id", id).execute();
    }

    void removeDraft(UUID id) {
        handle.createUpdate("DELETE FROM rate_card_drafts WHERE draft_id = :id")
                .bind("id", id)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, CardText text) {
        return statement
                .bind("title", text.title())
                .bind("charges", text.charges().toString())
                .bind("taxes", text.taxes().toString())
                .bind("proration", text.proration());
    }

    private static CardDraft draft(ResultSet row) throws SQLException {
        return new CardDraft(
                row.getObject("draft_id", UUID.class),
                row.getString("plan"),
                Currency.of(row.getString("currency")),
                key(row, "base_"),
                text(row),
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static CardKey key(ResultSet row, String prefix) throws SQLException {
        return new CardKey(
                row.getString(prefix + "plan"),
                Currency.of(row.getString(prefix + "currency")),
                row.getObject(prefix + "valid_from", LocalDate.class));
    }

    private static CardText text(ResultSet row) throws SQLException {
        return new CardText(
                row.getString("title"), json(row, "charges"), json(row, "taxes"), row.getString("proration"));
    }

    private static JsonNode json(ResultSet row, String column) throws SQLException {
        try {
            return JSON.readTree(row.getString(column));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the " + column + " of a rate card are not JSON", e);
        }
    }
}

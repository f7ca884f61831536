package io.tenantlens.api.billing.card;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.cost.money.Currency;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Cards in the making: each change is checked, so that a draft that was saved can be published. */
@Singleton
public class CardDrafts {

    private static final String PLAN = "[a-z0-9-]{1,63}";
    private static final int LONGEST_LEAD_YEARS = 5;

    private final StaffDatabase database;
    private final CardCheck check;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public CardDrafts(StaffDatabase database, CardCheck check, AuditTrail trail, Clock clock) {
        this.database = database;
        this.check = check;
        this.trail = trail;
        this.clock = clock;
    }

    /** The one that was changed last first. */
    public List<CardDraft> all(StaffScope scope) {
        return database.inTransaction(scope, handle -> new CardRows(handle).drafts());
    }

    public Optional<CardDraft> find(StaffScope scope, UUID id) {
        return database.inTransaction(scope, handle -> new CardRows(handle).draft(id));
    }

    /**
     * A draft that says what a published card says, for the same plan and currency or for others.
     *
     * @throws InvalidCardException if there can't be a plan of that name or currency
     */
    public UUID start(StaffScope scope, CardKey base, String plan, String currency) {
        if (!plan.matches(PLAN)) {
            throw new InvalidCardException("/plan", "must have 1 to 63 small letters, digits and hyphens");
        }
        var wanted = currency(currency);
        return database.inTransaction(scope, handle -> {
            var rows = new CardRows(handle);
            var card = rows.card(base).orElseThrow(() -> new NotFoundException("There is no such rate card."));
            var id = rows.addDraft(plan, wanted, card);
            record(handle, scope, "rate-card.draft-started", id, Map.of("plan", plan, "currency", wanted.code()));
            return id;
        });
    }

    private static Currency currency(String code) {
        try {
            return Currency.of(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidCardException("/currency", "must be the code of a currency, such as BDT");
        }
    }

    /**
     * Keeps a change.
     *
     * @param revision the one that was edited
     * @throws InvalidCardException if it could not be published as it is
     * @throws CardRefusedException if somebody else saved it meanwhile
     */
    public void save(StaffScope scope, UUID id, int revision, CardText text) {
        database.inTransaction(scope, handle -> {
            var draft = locked(handle, id, revision);
            requireUsable(text, draft.currency());
            new CardRows(handle).saveDraft(id, text);
            record(handle, scope, "rate-card.draft-changed", id, Map.of("plan", draft.plan()));
            return id;
        });
    }

    public void discard(StaffScope scope, UUID id) {
        database.inTransaction(scope, handle -> {
            var rows = new CardRows(handle);
            var draft = rows.lockedDraft(id).orElseThrow(CardDrafts::noSuchDraft);
            rows.removeDraft(id);
            record(handle, scope, "rate-card.draft-discarded", id, Map.of("plan", draft.plan()));
            return id;
        });
    }

    /**
     * Makes the draft the plan's card from a day on. Previews of invoice runs that it prices are computed again.
     *
     * @throws CardRefusedException if invoices of a month that it would price are settled, or the plan has a card from that day
     */
    public CardKey publish(StaffScope scope, UUID id, int revision, LocalDate validFrom) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (validFrom.isAfter(today.plusYears(LONGEST_LEAD_YEARS))) {
            throw new CardRefusedException("Choose a day within the next %d years.".formatted(LONGEST_LEAD_YEARS));
        }
        return database.inTransaction(scope, handle -> {
            var draft = locked(handle, id, revision);
            var key = new CardKey(draft.plan(), draft.currency(), validFrom);
            requireUsable(draft.text(), draft.currency());
            publish(new CardRows(handle), key, draft);
            var detail =
                    Map.of("plan", key.plan(), "currency", key.currency().code(), "validFrom", validFrom.toString());
            record(handle, scope, "rate-card.published", id, detail);
            return key;
        });
    }

    private static void publish(CardRows rows, CardKey key, CardDraft draft) {
        rows.lockRunsFrom(key.validFrom());
        rows.closedTo(key).ifPresent(month -> {
            throw new CardRefusedException("The invoices of %s are settled, so the card must start after %s."
                    .formatted(month, month.atDay(1)));
        });
        if (!rows.publish(key, draft.text())) {
            throw new CardRefusedException(
                    "The plan has a card from " + key.validFrom() + " already; choose another day.");
        }
        rows.computeAgainFrom(key.validFrom());
        rows.removeDraft(draft.id());
    }

    private static CardDraft locked(Handle handle, UUID id, int revision) {
        var draft = new CardRows(handle).lockedDraft(id).orElseThrow(CardDrafts::noSuchDraft);
        if (draft.revision() != revision) {
            throw new CardRefusedException(
                    "Somebody else saved this draft meanwhile; look at it again and repeat your change.");
        }
        return draft;
    }

    private void requireUsable(CardText text, Currency currency) {
        var problems = check.problems(text, currency);
        if (!problems.isEmpty()) {
            throw new InvalidCardException(problems);
        }
    }

    private static NotFoundException noSuchDraft() {
        return new NotFoundException("There is no such draft.");
    }

    private void record(Handle handle, StaffScope scope, String action, UUID draft, Map<String, String> detail) {
        var all = new TreeMap<>(detail);
        all.put("draft", draft.toString());
        trail.record(handle, AuditEntry.of(scope, action, all));
    }
}

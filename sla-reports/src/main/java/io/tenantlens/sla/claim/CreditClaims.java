package io.tenantlens.sla.claim;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.billing.credit.BillCredit;
import io.tenantlens.api.billing.credit.BillCredits;
import io.tenantlens.api.billing.invoice.BilledMonth;
import io.tenantlens.api.billing.invoice.BilledRevenue;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.claim.CreditClaim.Status;
import io.tenantlens.sla.credit.CreditLimits;
import io.tenantlens.sla.indicator.NumberText;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Claims for staff to decide, and for the tenant to see. */
@Singleton
public class CreditClaims {

    private static final int MOST_LISTED = 500;
    private static final int LONGEST_NOTE = 1000;

    private final StaffDatabase staff;
    private final TenantDatabase tenants;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public CreditClaims(StaffDatabase staff, TenantDatabase tenants, AuditTrail trail, Clock clock) {
        this.staff = staff;
        this.tenants = tenants;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those to decide first, then by month from the newest. */
    public List<CreditClaim> all(StaffScope scope) {
        return staff.inTransaction(scope, handle -> ClaimTable.all(handle, MOST_LISTED));
    }

    public Optional<CreditClaim> find(StaffScope scope, TenantId tenant, YearMonth month) {
        return staff.inTransaction(scope, handle -> ClaimTable.find(handle, tenant, month));
    }

    /** What the tenant was billed for the month before tax, as far as an invoice is issued: a proposal for the approval. */
    public Optional<Money> billed(StaffScope scope, CreditClaim claim) {
        return staff.inTransaction(
                scope,
                handle -> new BilledRevenue(handle)
                        .between(claim.month(), claim.month().plusMonths(1)).stream()
                                .filter(billed -> billed.tenant().equals(claim.tenant())
                                        && billed.net().currency().equals(claim.currency()))
                                .map(BilledMonth::net)
                                .findFirst());
    }

    public Optional<CreditClaim> of(TenantScope scope, YearMonth month) {
        return tenants.inTransaction(scope, handle -> ClaimTable.find(handle, scope.tenant(), month));
    }

    /**
     * Approves a claim: its percentage of the month's net bill, at most what the cap of the year leaves, is booked for the
     * next invoice in the same transaction. Errors say what is wrong; empty means that it is approved.
     *
     * @param bill the net bill of the month as somebody typed it
     */
    public List<FieldError> approve(StaffScope scope, TenantId tenant, YearMonth month, String bill, String note) {
        return staff.inTransaction(scope, handle -> {
            var claim = ClaimTable.lock(handle, tenant, month);
            var errors = refusal(claim, note);
            if (claim.isEmpty() || !errors.isEmpty()) {
                return errors;
            }
            return money(bill, claim.get())
                    .map(net -> approve(handle, scope, claim.get(), net, note))
                    .orElseGet(() -> List.of(new FieldError(
                            "/bill",
                            "Send the net amount of the month's bill in "
                                    + claim.get().currency().code() + ", like 12000.00.")));
        });
    }

    private List<FieldError> approve(Handle handle, StaffScope scope, CreditClaim claim, Money bill, String note) {
        var year = ClaimTable.approved(handle, claim.tenant(), Year.from(claim.month()), claim.currency());
        var credit = Money.rounded(bill.amount().multiply(claim.percent().movePointLeft(2)), claim.currency());
        var amount = new CreditLimits(claim.yearCapPercent(), BigDecimal.ZERO)
                .within(
                        credit,
                        Money.rounded(year.bills().add(bill.amount()), claim.currency()),
                        Money.rounded(year.credited(), claim.currency()));
        ClaimTable.decide(handle, claim, "approved", bill, amount, note.strip(), clock.instant());
        if (amount.signum() > 0) {
            new BillCredits(handle)
                    .book(new BillCredit(
                            claim.tenant(),
                            claim.key(),
                            BillCredit.Kind.SLA,
                            title(claim),
                            evidence(claim, bill),
                            amount));
        }
        record(handle, scope, claim, "sla-credit.approved", amount.amount().toPlainString());
        return List.of();
    }

    /** Declines a claim with a reason, which the tenant does not see. */
    public List<FieldError> decline(StaffScope scope, TenantId tenant, YearMonth month, String note) {
        return staff.inTransaction(scope, handle -> {
            var claim = ClaimTable.lock(handle, tenant, month);
            var errors = refusal(claim, note);
            if (claim.isEmpty() || !errors.isEmpty()) {
                return errors;
            }
            if (note.isBlank()) {
                return List.of(new FieldError("/note", "Say why it is declined."));
            }
            ClaimTable.decide(handle, claim.get(), "declined", null, null, note.strip(), clock.instant());
            record(handle, scope, claim.get(), "sla-credit.declined", "0");
            return List.of();
        });
    }

    private static List<FieldError> refusal(Optional<CreditClaim> claim, String note) {
        if (claim.filter(one -> one.status() == Status.PROPOSED).isEmpty()) {
            return List.of(
                    new FieldError("/claim", "There is no such claim to decide; it may have been decided already."));
        }
        return note.length() > LONGEST_NOTE
                ? List.of(new FieldError("/note", "Send at most " + LONGEST_NOTE + " characters."))
                : List.of();
    }

    private static Optional<Money> money(String text, CreditClaim claim) {
        return text.strip().matches("\\d{1,12}(\\.\\d{1,4})?")
                ? Optional.of(new BigDecimal(text.strip()))
                        .filter(amount -> amount.stripTrailingZeros().scale()
                                <= claim.currency().decimals())
                        .map(amount -> Money.rounded(amount, claim.currency()))
                : Optional.empty();
    }

    private static String title(CreditClaim claim) {
        return "Service credit for " + claim.month();
    }

    /** In words that stand on the bill. */
    private static String evidence(CreditClaim claim, Money bill) {
        return "Available %s %% of %s %% promised in %s: %s %% of the net bill of %s."
                .formatted(
                        NumberText.of(claim.availabilityPercent()),
                        NumberText.of(claim.objectivePercent()),
                        claim.month(),
                        NumberText.of(claim.percent()),
                        bill);
    }

    private void record(Handle handle, StaffScope scope, CreditClaim claim, String action, String amount) {
        var detail = Map.of(
                "month", claim.month().toString(),
                "revision", String.valueOf(claim.revision()),
                "percent", NumberText.of(claim.percent()),
                "amount", amount);
        trail.record(handle, AuditEntry.of(scope, action, detail).about(claim.tenant()));
    }
}

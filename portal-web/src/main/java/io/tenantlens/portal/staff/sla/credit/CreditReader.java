package io.tenantlens.portal.staff.sla.credit;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.cost.money.Money;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.sla.claim.CreditClaim;
import io.tenantlens.sla.claim.CreditClaim.Status;
import io.tenantlens.sla.claim.CreditClaims;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the list of claims, and one with its evidence. */
@Singleton
class CreditReader {

    private final CreditClaims claims;
    private final Evidence evidence;

    @Inject
    CreditReader(CreditClaims claims, Evidence evidence) {
        this.claims = claims;
        this.evidence = evidence;
    }

    CreditListPage list(StaffVisit visit) {
        return new CreditListPage(
                visit.frame(),
                SlaTab.CREDITS.links(visit.scope()),
                claims.all(visit.scope()).stream()
                        .map(claim -> row(claim, visit.look()))
                        .toList());
    }

    /**
     * @param sent the form as it was sent and refused; null where it was not
     */
    CreditPage read(StaffVisit visit, CreditClaim claim, @Nullable SentForm sent) {
        var open = claim.status() == Status.PROPOSED && visit.scope().may(Area.BILLING, Access.WRITE);
        var form = open && sent == null ? filled(claims.billed(visit.scope(), claim)) : sent;
        return evidence.page(visit, claim, row(claim, visit.look()), open ? form : null);
    }

    private static SentForm filled(Optional<Money> billed) {
        return new SentForm(
                Map.of("bill", billed.map(net -> net.amount().toPlainString()).orElse("")));
    }

    private static CreditListPage.Row row(CreditClaim claim, Look look) {
        var amount = claim.amount();
        var decided = claim.decidedAt();
        return new CreditListPage.Row(
                path(claim),
                claim.name(),
                look.month(claim.month()),
                switch (claim.status()) {
                    case PROPOSED -> "warn";
                    case APPROVED -> "good";
                    case DECLINED, WITHDRAWN -> "";
                },
                switch (claim.status()) {
                    case PROPOSED -> "to decide";
                    case APPROVED -> "approved";
                    case DECLINED -> "declined";
                    case WITHDRAWN -> "withdrawn";
                },
                percent(claim.availabilityPercent(), look),
                percent(claim.objectivePercent(), look),
                percent(claim.percent(), look),
                amount == null ? "" : look.money(amount),
                decided == null ? "" : look.exactly(decided));
    }

    static String path(CreditClaim claim) {
        return SlaTab.CREDITS.path() + "/" + claim.tenant() + "/" + claim.month();
    }

    static String percent(BigDecimal percent, Look look) {
        return look.percent(percent.movePointLeft(2), 4);
    }
}

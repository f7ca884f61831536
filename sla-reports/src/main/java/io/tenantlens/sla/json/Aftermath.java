package io.tenantlens.sla.json;

import io.tenantlens.sla.claim.CreditClaim;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.month.FrozenMonth;
import java.util.List;
import java.util.Optional;

/**
 * What became of a tenant's days beside the reading of them.
 *
 * @param incidents that were published
 * @param revisions of the month where the days are one
 * @param claim of that month
 */
record Aftermath(List<Incident> incidents, List<FrozenMonth> revisions, Optional<CreditClaim> claim) {

    Aftermath {
        incidents = List.copyOf(incidents);
        revisions = List.copyOf(revisions);
    }
}

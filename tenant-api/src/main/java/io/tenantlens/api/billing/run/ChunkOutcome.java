package io.tenantlens.api.billing.run;

import io.tenantlens.cost.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What became of each tenant of a chunk. */
final class ChunkOutcome {

    private static final int LONGEST_REASON = 500;

    private final UUID run;
    private final List<String> tenants = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    ChunkOutcome(UUID run) {
        this.run = run;
    }

    void drafted(TenantId tenant) {
        add(tenant, "drafted", "");
    }

    void nothing(TenantId tenant) {
        add(tenant, "nothing", "");
    }

    void failed(TenantId tenant, String reason) {
        add(tenant, "failed", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    private void add(TenantId tenant, String state, String reason) {
        tenants.add(tenant.value());
        states.add(state);
        reasons.add(reason);
    }

    void store(Handle handle) {
        handle.createUpdate("""
                        UPDATE invoice_run_tenants t SET state = o.state, reason = nullif(o.reason, '')
                        FROM unnest(:tenants, :states, :reasons) AS o (tenant_id, state, reason)
                        WHERE t.run_id = :run AND t.tenant_id = o.tenant_id""")
                .bind("run", run)
                .bind("tenants", tenants.toArray(String[]::new))
                .bind("states", states.toArray(String[]::new))
                .bind("reasons", reasons.toArray(String[]::new))
                .execute();
    }
}

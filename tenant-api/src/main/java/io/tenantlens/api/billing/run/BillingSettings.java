package io.tenantlens.api.billing.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How invoices are run. */
@ConfigMapping(prefix = "tenantlens.billing")
public interface BillingSettings {

    /** So many months before the one that is run are rated again; what came later than that is not billed any more. */
    @WithDefault("2")
    int correctedMonths();

    /** Days from issue to due. */
    @WithDefault("14")
    int dueDays();

    /** Tenants a transaction. */
    @WithDefault("500")
    int chunk();

    /** Chunks that an instance computes at a time. */
    @WithDefault("2")
    int draftWorkers();

    /** How long a request waits for a run to be computed or issued, before a worker goes on alone. */
    @WithDefault("60s")
    Duration patience();
}

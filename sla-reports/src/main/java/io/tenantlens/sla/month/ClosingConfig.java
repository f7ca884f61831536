package io.tenantlens.sla.month;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When months are frozen and looked at again. */
@ConfigMapping(prefix = "tenantlens.sla.closing")
public interface ClosingConfig {

    /** How long after its end a month still takes in late samples before it is frozen. */
    @WithDefault("6h")
    Duration after();

    /** How many months back a close is made up for, after an installation or a long downtime. */
    @WithDefault("3")
    int catchUpMonths();

    /** How often a frozen month is compared with what it was made of. */
    @WithDefault("24h")
    Duration checkEvery();
}

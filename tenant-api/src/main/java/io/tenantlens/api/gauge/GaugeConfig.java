package io.tenantlens.api.gauge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the gauges of the business are read, and when old ones are withdrawn. */
@ConfigMapping(prefix = "tenantlens.gauges")
interface GaugeConfig {

    @WithDefault("1m")
    Duration refresh();

    /** Beyond its due time: a value that cannot be renewed is withdrawn, so that no rule believes it. */
    @WithDefault("10m")
    Duration withdrawAfter();
}

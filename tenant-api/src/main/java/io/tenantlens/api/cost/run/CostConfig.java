package io.tenantlens.api.cost.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How cost is followed. */
@ConfigMapping(prefix = "tenantlens.costs")
public interface CostConfig {

    /** Where the platform's own days begin: decides how much of a fixed amount has accrued today. */
    @WithDefault("Asia/Dhaka")
    ZoneId zone();

    /** How far back days are allocated. */
    @WithDefault("400d")
    Duration history();

    /** How long the cost of single hours is kept. */
    @WithDefault("8d")
    Duration hours();
}

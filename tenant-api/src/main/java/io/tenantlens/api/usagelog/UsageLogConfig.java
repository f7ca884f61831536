package io.tenantlens.api.usagelog;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the usage log takes at once. */
@ConfigMapping(prefix = "tenantlens.usage-log")
public interface UsageLogConfig {

    /** What may wait for a commit before requests are refused with 503. */
    @WithDefault("64M")
    MemorySize queueLimit();

    /** What one commit takes at most. */
    @WithDefault("4M")
    MemorySize commitLimit();
}

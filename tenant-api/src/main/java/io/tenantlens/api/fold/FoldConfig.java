package io.tenantlens.api.fold;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often and how much is folded. */
@ConfigMapping(prefix = "tenantlens.fold")
public interface FoldConfig {

    /** How long a folder waits when all is folded. */
    @WithDefault("1s")
    Duration interval();

    /** How long it waits at most where each fold takes so long that folding would take more than a tenth of the time. */
    @WithDefault("3s")
    Duration longestInterval();

    /** How many shards are folded at a time. */
    @WithDefault("2")
    int threads();

    /** What one transaction takes of the log. */
    @WithDefault("8M")
    MemorySize batchLimit();
}

package io.tenantlens.api.fold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is kept. Days are kept for ever. Whole months are dropped at a time. */
@ConfigMapping(prefix = "tenantlens.retention")
public interface RetentionConfig {

    /** Samples as they came. */
    @WithDefault("90d")
    Duration samples();

    /** Usage and distributions by hour. */
    @WithDefault("760d")
    Duration hours();
}

package io.tenantlens.api.prometheus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where Prometheus is, or whoever answers its API. */
@ConfigMapping(prefix = "tenantlens.prometheus")
interface PrometheusConfig {

    /** Without it an alert has no expression and no graph. */
    Optional<String> url();

    @WithDefault("10s")
    Duration timeout();
}

package io.tenantlens.api.alertmanager;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where Alertmanager is. */
@ConfigMapping(prefix = "tenantlens.alertmanager")
interface AlertmanagerConfig {

    /** Without it there are no silences, and nobody is asked whether an alert is still on. */
    Optional<String> url();

    @WithDefault("5s")
    Duration timeout();
}

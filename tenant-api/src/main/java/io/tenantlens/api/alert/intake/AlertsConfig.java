package io.tenantlens.api.alert.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How alerts come in. */
@ConfigMapping(prefix = "tenantlens.alerts")
public interface AlertsConfig {

    /** What Alertmanager sends as its bearer token. Without it the webhook takes nothing. */
    Optional<String> webhookSecret();

    /**
     * A firing alert that arrives this long after its end was told is on again: Alertmanager ends what Prometheus does not repeat,
     * and takes it up under the same start when Prometheus is back. Sooner than that it is a late message.
     */
    @WithDefault("5m")
    Duration lateWithin();
}

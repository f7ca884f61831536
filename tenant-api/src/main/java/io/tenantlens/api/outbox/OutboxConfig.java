package io.tenantlens.api.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what leaves is delivered. */
@ConfigMapping(prefix = "tenantlens.outbox")
public interface OutboxConfig {

    /** How long a worker waits when nothing is due. */
    @WithDefault("2s")
    Duration interval();

    /** How many are delivered at a time by one instance. */
    @WithDefault("8")
    int parallel();

    /** How long one attempt may take; an attempt whose worker died is repeated after it. */
    @WithDefault("5m")
    Duration lease();

    /** After how many attempts a message is parked. */
    @WithDefault("12")
    int attempts();

    /** The wait after the first failure; it doubles with each one. */
    @WithDefault("30s")
    Duration backOff();

    /** The longest wait. */
    @WithDefault("6h")
    Duration longestBackOff();

    /** How long the content of a delivered message is kept; that it was delivered is kept for good. */
    @WithDefault("30d")
    Duration keep();
}

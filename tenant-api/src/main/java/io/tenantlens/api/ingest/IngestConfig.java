package io.tenantlens.api.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of what is let in. */
@ConfigMapping(prefix = "tenantlens.ingest")
public interface IngestConfig {

    /** The longest body of remote write and OTLP as it comes over the network. */
    @WithDefault("10M")
    MemorySize maxBody();

    /** The longest body of remote write and OTLP once it is unpacked. */
    @WithDefault("20M")
    MemorySize maxUnpackedBody();

    /** Samples that one tenant may write to this instance, on average. */
    @WithDefault("500000")
    long samplesPerSecond();

    /** For how long a tenant may save up its rate. */
    @WithDefault("10s")
    Duration burst();

    /** Samples older than this are refused: their partitions may be gone. */
    @WithDefault("400d")
    Duration maxAge();

    /** Samples farther ahead of our clock than this are refused: they would hold the series' place until then. */
    @WithDefault("10m")
    Duration maxAhead();

    /** What a sender is told to wait when we are overloaded or the database is away. */
    @WithDefault("5s")
    Duration retryAfter();
}

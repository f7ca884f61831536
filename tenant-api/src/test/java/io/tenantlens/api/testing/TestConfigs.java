package io.tenantlens.api.testing;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration as the program reads it, for tests without the program. */
public final class TestConfigs {

    private TestConfigs() {}

    /** The mapping with its defaults. */
    public static <T> T defaults(Class<T> mapping) {
        return with(mapping, Map.of());
    }

    public static <T> T with(Class<T> mapping, Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
                .withConverter(java.time.Duration.class, 200, new DurationConverter())
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(mapping);
    }
}

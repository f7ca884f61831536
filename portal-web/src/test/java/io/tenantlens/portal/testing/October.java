package io.tenantlens.portal.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** It is always 20 October 2026, half past noon in Dhaka; only pages are served, so nothing needs a clock that moves. */
public final class October implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(StandingClock.class);
    }

    @Override
    public java.util.Map<String, String> getConfigOverrides() {
        return java.util.Map.of("tenantlens.roles", "web");
    }

    /** Takes the place of the system's clock. */
    @Alternative
    @Singleton
    public static final class StandingClock {

        @Produces
        @Singleton
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC);
        }
    }
}

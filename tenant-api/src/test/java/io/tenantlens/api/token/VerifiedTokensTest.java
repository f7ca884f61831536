package io.tenantlens.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-10-15T06:00:00Z");

    private Instant now = NOW;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final VerifiedTokens tokens = new VerifiedTokens(clock);

    @Test
    void verifiedToken_speaksForTheSameWithTheSameRights() {
        tokens.remember("a.b.c", identity(claims(NOW.plusSeconds(300))));

        assertThat(tokens.find("a.b.c")).hasValueSatisfying(known -> {
            assertThat(known.getRoles()).containsExactly("ingest");
            assertThat(known.<String>getAttribute("tenant")).isEqualTo("acorn");
            assertThat(known.getPermissions()).containsExactly(new StringPermission("usage", "read"));
        });
        assertThat(tokens.find("a.b.d")).isEmpty();
    }

    @Test
    void token_isVerifiedAgainAfterSeconds() {
        tokens.remember("a.b.c", identity(claims(NOW.plusSeconds(300))));

        now = NOW.plusSeconds(5);

        assertThat(tokens.find("a.b.c")).isEmpty();
    }

    @Test
    void token_isNotTakenBeyondItsEnd() {
        tokens.remember("a.b.c", identity(claims(NOW.plusSeconds(2))));

        now = NOW.plusSeconds(2);

        assertThat(tokens.find("a.b.c")).isEmpty();
    }

    @Test
    void tokenThatTheProviderAloneCanJudge_isNotKept() {
        tokens.remember("opaque", identity(new QuarkusPrincipal("somebody")));

        assertThat(tokens.find("opaque")).isEmpty();
    }

    private static SecurityIdentity identity(Principal principal) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRole("ingest")
                .addAttribute("tenant", "acorn")
                .addPermission(new StringPermission("usage", "read"))
                .build();
    }

    private static JsonWebToken claims(Instant end) {
        return new JsonWebToken() {
            @Override
            public String getName() {
                return "prometheus";
            }

            @Override
            public Set<String> getClaimNames() {
                return Set.of("exp");
            }

            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
            public <T> T getClaim(String name) {
                return (T) Optional.of(name)
                        .filter("exp"::equals)
                        .map(_ -> end.getEpochSecond())
                        .orElseThrow();
            }
        };
    }
}

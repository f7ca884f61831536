package io.tenantlens.api.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiTokensIT {

    private static final TenantId ACORN = new TenantId("token-acorn");
    private static final TenantId BIRCH = new TenantId("token-birch");
    private static final Instant NOW = Instant.parse("2026-10-15T06:00:00Z");
    private static final TestPostgres POSTGRES = TestPostgres.shared();

    private final TenantDatabase database = new TenantDatabase(POSTGRES.as("tenantlens_app"));
    private final ApiTokens tokens = new ApiTokens(database, new AuditTrail(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void signUp() {
        POSTGRES.as("tenantlens_staff").useHandle(handle -> {
            for (var tenant : Set.of(ACORN, BIRCH)) {
                handle.execute(
                        "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on)"
                                + " VALUES (?, 'A shop', 'starter', 'shared', 'starter', '2026-10-01') ON CONFLICT DO NOTHING",
                        tenant.value());
            }
        });
    }

    @Test
    void newToken_speaksForItsTenant() {
        var made = create(Duration.ofDays(1));

        assertThat(made.secret())
                .startsWith("tl_")
                .hasSize(46)
                .startsWith(made.token().prefix());
        assertThat(lookup(NOW).find(made.secret())).hasValueSatisfying(holder -> {
            assertThat(holder.tenant()).isEqualTo(ACORN);
            assertThat(holder.scopes()).containsExactly(TokenScope.READ);
        });
    }

    @Test
    void expiredToken_speaksForNobody() {
        var made = create(Duration.ofDays(1));

        assertThat(lookup(NOW.plus(Duration.ofDays(1))).find(made.secret())).isEmpty();
    }

    @Test
    void revokedToken_speaksForNobody() {
        var made = create(Duration.ofDays(1));

        assertThat(tokens.revoke(TestScopes.tenant(ACORN), made.token().id())).isTrue();

        assertThat(lookup(NOW).find(made.secret())).isEmpty();
    }

    @Test
    void tokenOfAnotherTenant_isNeitherListedNorRevoked() {
        var made = create(Duration.ofDays(1));

        assertThat(tokens.list(TestScopes.tenant(BIRCH))).isEmpty();
        assertThat(tokens.revoke(TestScopes.tenant(BIRCH), made.token().id())).isFalse();
        assertThat(lookup(NOW).find(made.secret())).isPresent();
    }

    @Test
    void madeUpToken_speaksForNobody() {
        assertThat(lookup(NOW).find(TokenSecrets.make())).isEmpty();
        assertThat(lookup(NOW).find("tl_short")).isEmpty();
    }

    @Test
    void create_refusesEndlessAndNamelessTokens() {
        var scope = TestScopes.tenant(ACORN);
        var read = EnumSet.of(TokenScope.READ);

        assertThatThrownBy(() -> tokens.create(scope, "till", read, Duration.ofDays(367)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokens.create(scope, " ", read, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokens.create(scope, "till", Set.of(), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secret_isStoredNowhere() {
        var made = create(Duration.ofDays(1));

        var stored = POSTGRES.asSuperuser()
                .withHandle(handle -> handle.createQuery("SELECT api_tokens::text FROM api_tokens")
                        .mapTo(String.class)
                        .list());

        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(made.secret()));
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    private NewApiToken create(Duration life) {
        return tokens.create(TestScopes.tenant(ACORN), "till", EnumSet.of(TokenScope.READ), life);
    }

    private static TokenLookup lookup(Instant at) {
        return new TokenLookup(new WorkerDatabase(POSTGRES.as("tenantlens_worker")), Clock.fixed(at, ZoneOffset.UTC));
    }
}

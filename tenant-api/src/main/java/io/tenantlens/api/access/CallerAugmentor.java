package io.tenantlens.api.access;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Turns the roles and tenants of a verified identity into a {@link Caller} and the permissions that endpoints name. */
@Singleton
class CallerAugmentor implements SecurityIdentityAugmentor {

    static final String CALLER = "tenantlens.caller";

    private final IdentitySettings settings;

    @Inject
    CallerAugmentor(IdentitySettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.isAnonymous() ? identity : withRights(identity));
    }

    private SecurityIdentity withRights(SecurityIdentity identity) {
        var roles = identity.getRoles().stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        var caller = new Caller(actor(identity), roles, tenants(identity));
        var builder = QuarkusSecurityIdentity.builder(identity).addAttribute(CALLER, caller);
        for (var area : Area.values()) {
            if (caller.mayAnywhere(area, Access.WRITE)) {
                builder.addPermission(new StringPermission(area.key(), "read", "write"));
            } else if (caller.mayAnywhere(area, Access.READ)) {
                builder.addPermission(new StringPermission(area.key(), "read"));
            }
        }
        return builder.build();
    }

    private static Actor actor(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return new Actor(token.getIssuer(), token.getSubject(), token.getName());
        }
        return new Actor("tenantlens", identity.getPrincipal().getName(), null);
    }

    private Set<TenantId> tenants(SecurityIdentity identity) {
        Object claimed = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(settings.tenantsClaim())
                : identity.getAttribute(Caller.TENANT);
        return strings(claimed).stream()
                .map(TenantId::ofShop)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** A claim is a string, an array of strings or of JSON strings, depending on the parser. */
    private static Collection<String> strings(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case Collection<?> several ->
                several.stream().map(CallerAugmentor::string).toList();
            default -> Set.of(string(claim));
        };
    }

    private static String string(Object value) {
        return value instanceof jakarta.json.JsonString json ? json.getString() : value.toString();
    }
}

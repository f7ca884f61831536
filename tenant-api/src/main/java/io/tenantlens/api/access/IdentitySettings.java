package io.tenantlens.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The identity provider, and the names of the claims in which it puts what we need. */
@ConfigMapping(prefix = "tenantlens.identity")
interface IdentitySettings {

    /** The issuer's URL, under which {@code /.well-known/openid-configuration} stands. */
    Optional<String> url();

    /** As whom the portal introduces itself. */
    @WithDefault("portal")
    String clientId();

    Optional<String> clientSecret();

    /** What access tokens for the API must name as audience; {@code any} where the provider sets none. */
    @WithDefault("tenantlens")
    String audience();

    /** Path of the array of role names, such as {@code roles} or {@code realm_access/roles}. */
    @WithDefault("roles")
    String rolesClaim();

    /** Claim with the slugs of the tenants that a person belongs to: an array or one string. */
    @WithDefault("tenants")
    String tenantsClaim();
}

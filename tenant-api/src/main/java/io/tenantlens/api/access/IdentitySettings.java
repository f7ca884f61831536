package io.tenantlens.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Names of the claims in which the identity provider puts what we need. */
@ConfigMapping(prefix = "tenantlens.identity")
interface IdentitySettings {

    /** Path of the array of role names, such as {@code roles} or {@code realm_access/roles}. */
    @WithDefault("roles")
    String rolesClaim();

    /** Claim with the slugs of the tenants that a person belongs to: an array or one string. */
    @WithDefault("tenants")
    String tenantsClaim();
}

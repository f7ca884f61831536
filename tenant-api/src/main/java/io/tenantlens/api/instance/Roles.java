package io.tenantlens.api.instance;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this instance does: answer people (web), take data in (ingest), fold and run jobs (worker). By default all three. */
@Singleton
public class Roles {

    private static final Set<String> KNOWN = Set.of("web", "ingest", "worker");

    private final Set<String> roles;

    @Inject
    public Roles(@ConfigProperty(name = "tenantlens.roles", defaultValue = "web,ingest,worker") Set<String> roles) {
        if (!KNOWN.containsAll(roles)) {
            throw new IllegalArgumentException("tenantlens.roles knows web, ingest and worker, not " + roles);
        }
        this.roles = Set.copyOf(roles);
    }

    public boolean takesDataIn() {
        return roles.contains("ingest");
    }

    public boolean works() {
        return roles.contains("worker");
    }
}

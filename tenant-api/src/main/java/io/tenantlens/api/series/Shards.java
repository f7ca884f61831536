package io.tenantlens.api.series;

import io.tenantlens.api.instance.Installation;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which part of the usage log holds a tenant. The number of parts is fixed when an installation first starts. */
@Singleton
public class Shards {

    private final @Nullable Installation installation;
    private final int wanted;
    private volatile int count;

    @Inject
    Shards(Installation installation, @ConfigProperty(name = "tenantlens.shards", defaultValue = "4") int wanted) {
        if (wanted < 1 || wanted > 1_000) {
            throw new IllegalArgumentException("tenantlens.shards must be 1 to 1000, not " + wanted);
        }
        this.installation = installation;
        this.wanted = wanted;
    }

    public Shards(int count) {
        this.installation = null;
        this.wanted = count;
        this.count = count;
    }

    public int count() {
        if (count == 0 && installation != null) {
            count = Integer.parseInt(installation.fixed("shards", () -> Integer.toString(wanted)));
        }
        return count;
    }

    public int of(TenantId tenant) {
        var hash = new CRC32C();
        hash.update(tenant.value().getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % count());
    }
}

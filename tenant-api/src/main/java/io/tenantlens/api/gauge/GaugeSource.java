package io.tenantlens.api.gauge;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A feature's gauges. Every bean of this type is found and read by {@link BusinessGauges}; the feature does nothing else.
 *
 * {@snippet :
 * @Singleton
 * class ShopSizes implements GaugeSource {
 *
 *     @Override
 *     public List<Gauge> read(Handle handle) {
 *         var sizes = Gauge.named("tenant_size", "How large a shop is", "tenant_id");
 *         handle.createQuery("SELECT tenant_id, size FROM sizes")
 *                 .map((row, _) -> sizes.add(row.getDouble("size"), row.getString("tenant_id")))
 *                 .list();
 *         return List.of(sizes.build());
 *     }
 * }
 * }
 */
public interface GaugeSource {

    /**
     * What is to be shown now, for all tenants. The transaction is a worker's, may only read, and is cut off after half a minute;
     * so ask one or few questions about whole sets, never one a tenant. A gauge that has no value for a tenant has no row.
     */
    List<Gauge> read(Handle handle);

    /** How long a reading is good for; by default it is renewed whenever gauges are. */
    default Duration goodFor() {
        return Duration.ZERO;
    }
}

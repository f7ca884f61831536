package io.tenantlens.api.series;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Bounds of what senders may create. */
@ConfigMapping(prefix = "tenantlens.series")
public interface SeriesConfig {

    /** Series that one tenant may have; a sender's unbounded label must not fill the database. */
    @WithDefault("50000")
    int limitPerTenant();

    /** Labels that are unbounded or may hold personal data: they tell series apart, but are not stored. */
    @WithDefault("product_id,query")
    Set<String> droppedLabels();

    /** Series whose raw labels are remembered in memory. */
    @WithDefault("400000")
    int remembered();
}

package io.tenantlens.api.fold;

import io.tenantlens.api.codec.ByteReader;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.SeriesKind;
import io.tenantlens.api.series.Shards;
import io.tenantlens.cost.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The series of one shard in memory, loaded page by page as the log names them. */
final class SeriesMemory {

    static final int PAGE_BITS = 10;
    static final int PAGE = 1 << PAGE_BITS;

    private final Shards shards;
    private final int shard;
    private final RollupKeys keys;
    private final Map<TenantId, TenantState> tenants = new HashMap<>();
    private final Map<Long, Page> pages = new HashMap<>();
    private long lastPage = -1;
    private Page last = new Page();

    /** Neighbouring series of all tenants of the shard. */
    static final class Page {
        final @Nullable FoldedSeries[] series = new FoldedSeries[PAGE];
        private int loadedInFold = -1;
        private boolean loaded;
    }

    SeriesMemory(Shards shards, int shard, MeterCatalogue catalogue) {
        this.shards = shards;
        this.shard = shard;
        this.keys = new RollupKeys(catalogue);
    }

    RollupKeys keys() {
        return keys;
    }

    /** The series, or null where the shard has none of this id (any more). */
    @Nullable
    FoldedSeries find(Connection connection, long id, int fold) throws SQLException {
        var number = id >> PAGE_BITS;
        if (number != lastPage) {
            last = pages.computeIfAbsent(number, n -> new Page());
            lastPage = number;
        }
        var page = last;
        var slot = (int) id & (PAGE - 1);
        var series = page.series[slot];
        if (series == null && page.loadedInFold != fold) {
            load(connection, number, page, fold);
            series = page.series[slot];
        }
        return series;
    }

    Page page(long number) {
        return pages.computeIfAbsent(number, n -> new Page());
    }

    TenantState tenant(Connection connection, TenantId tenant) throws SQLException {
        var known = tenants.get(tenant);
        if (known == null) {
            known = new TenantState(tenant, new TenantClock(zone(connection, tenant)));
            tenants.put(tenant, known);
        }
        return known;
    }

    private static ZoneId zone(Connection connection, TenantId tenant) throws SQLException {
        try (var select = connection.prepareStatement("SELECT time_zone FROM tenants WHERE tenant_id = ?")) {
            select.setString(1, tenant.value());
            try (var rows = select.executeQuery()) {
                return ZoneId.of(rows.next() ? rows.getString(1) : "UTC");
            }
        }
    }

    private void load(Connection connection, long number, Page page, int fold) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT tenant_id, series_id, metric, labels::text, kind FROM series"
                        + " WHERE series_id BETWEEN ? AND ?")) {
            select.setLong(1, number << PAGE_BITS);
            select.setLong(2, (number << PAGE_BITS) + PAGE - 1);
            addSeries(connection, select, page);
        }
        if (!page.loaded) {
            loadStates(connection, number, page);
            page.loaded = true;
        }
        page.loadedInFold = fold;
    }

    private void addSeries(Connection connection, PreparedStatement select, Page page) throws SQLException {
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                var tenantId = new TenantId(rows.getString(1));
                var id = rows.getLong(2);
                var slot = (int) id & (PAGE - 1);
                if (page.series[slot] == null && shards.of(tenantId) == shard) {
                    var kind = SeriesKind.ofStored(rows.getString(5));
                    var tenant = tenant(connection, tenantId);
                    var labels = JsonLabels.parse(rows.getString(4));
                    var targets = keys.targets(tenant, rows.getString(3), labels, kind);
                    page.series[slot] = new FoldedSeries(id, tenant, kind, targets);
                }
            }
        }
    }

    private static void loadStates(Connection connection, long number, Page page) throws SQLException {
        try (var select = connection.prepareStatement("SELECT state FROM series_state WHERE bucket = ?")) {
            select.setLong(1, number);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    StateCodec.read(new ByteReader(rows.getBytes(1)), page);
                }
            }
        }
    }
}

package io.tenantlens.api.series;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Installation;
import io.tenantlens.cost.tenant.TenantId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The series as the database knows them. Several instances may register the same series at once. */
final class SeriesRegistry {

    /** What makes a series the same, hashed. */
    private record Identity(TenantId tenant, String fingerprint) {}

    private record Stored(long seriesId, SeriesKind kind) {}

    private static final String FIND = """
            SELECT s.tenant_id, wanted.fingerprint, s.series_id, s.kind
            FROM unnest(?::text[], ?::text[]) AS wanted (tenant_id, fingerprint)
            JOIN series s ON s.tenant_id = wanted.tenant_id AND s.fingerprint = decode(wanted.fingerprint, 'hex')""";
    // in one order everywhere, so that two instances cannot wait for each other
    private static final String CREATE = """
            INSERT INTO series (tenant_id, fingerprint, metric, labels, kind)
            SELECT tenant_id, decode(fingerprint, 'hex'), metric, labels::jsonb, kind
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                 AS wanted (tenant_id, fingerprint, metric, labels, kind)
            JOIN tenants USING (tenant_id)
            ORDER BY tenant_id, fingerprint
            ON CONFLICT DO NOTHING
            RETURNING tenant_id, encode(fingerprint, 'hex'), series_id, kind""";

    private final WorkerDatabase database;
    private final Installation installation;
    private final Shards shards;
    private final SeriesConfig config;
    private final Replicas replicas;
    private final Map<TenantId, Integer> seriesOfTenant = new ConcurrentHashMap<>();
    private volatile @Nullable Fingerprints fingerprints;

    SeriesRegistry(WorkerDatabase database, Installation installation, Shards shards, SeriesConfig config) {
        this.database = database;
        this.installation = installation;
        this.shards = shards;
        this.config = config;
        this.replicas = new Replicas(database);
    }

    List<Optional<SeriesRef>> register(List<NewSeries> series) {
        var identities = identities(series);
        var known = database.inPlainTransaction(connection -> findOrCreate(connection, series, identities));
        var refs = new ArrayList<Optional<SeriesRef>>(series.size());
        for (var i = 0; i < series.size(); i++) {
            var wanted = series.get(i);
            refs.add(Optional.ofNullable(known.get(identities.get(i))).map(stored -> ref(wanted, stored)));
        }
        return refs;
    }

    private SeriesRef ref(NewSeries wanted, Stored stored) {
        var tenant = wanted.tenant();
        var replica = replicas.idOf(tenant, wanted.labels());
        return new SeriesRef(tenant, stored.seriesId, shards.of(tenant), stored.kind, replica);
    }

    private Map<Identity, Stored> findOrCreate(Connection connection, List<NewSeries> series, List<Identity> identities)
            throws SQLException {
        var known = new HashMap<Identity, Stored>();
        find(connection, identities, known);
        var absent = new HashMap<Identity, NewSeries>();
        for (var i = 0; i < series.size(); i++) {
            if (!known.containsKey(identities.get(i))
                    && hasRoom(connection, series.get(i).tenant())) {
                absent.putIfAbsent(identities.get(i), series.get(i));
            }
        }
        if (!absent.isEmpty()) {
            create(connection, absent, known);
            absent.keySet().removeAll(known.keySet());
        }
        if (!absent.isEmpty()) {
            find(connection, List.copyOf(absent.keySet()), known); // another instance was faster
        }
        return known;
    }

    private boolean hasRoom(Connection connection, TenantId tenant) throws SQLException {
        var present = seriesOfTenant.get(tenant);
        if (present == null) {
            present = count(connection, tenant);
        }
        if (present >= config.limitPerTenant()) {
            return false;
        }
        seriesOfTenant.put(tenant, present + 1);
        return true;
    }

    private static int count(Connection connection, TenantId tenant) throws SQLException {
        try (var select = connection.prepareStatement("SELECT count(*) FROM series WHERE tenant_id = ?")) {
            select.setString(1, tenant.value());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void find(Connection connection, List<Identity> wanted, Map<Identity, Stored> known)
            throws SQLException {
        try (var select = connection.prepareStatement(FIND)) {
            bindIdentities(connection, select, wanted);
            collect(select, known);
        }
    }

    private void create(Connection connection, Map<Identity, NewSeries> absent, Map<Identity, Stored> known)
            throws SQLException {
        var wanted = List.copyOf(absent.keySet());
        var series = wanted.stream().map(absent::get).toList();
        try (var insert = connection.prepareStatement(CREATE)) {
            bindIdentities(connection, insert, wanted);
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            series.stream().map(s -> s.labels().metric()).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", series.stream().map(this::storedLabels).toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text", series.stream().map(s -> s.kind().stored()).toArray()));
            collect(insert, known);
        }
    }

    private String storedLabels(NewSeries series) {
        var json = new LabelsJson();
        series.labels().forEach((name, value) -> {
            var identity = name.equals(Labels.METRIC) || name.equals(Labels.REPLICA);
            if (!identity && !config.droppedLabels().contains(name)) {
                json.add(name, value);
            }
        });
        return json.toString();
    }

    private static void bindIdentities(Connection connection, PreparedStatement statement, List<Identity> wanted)
            throws SQLException {
        var tenants = wanted.stream().map(w -> w.tenant.value()).toArray();
        var hashes = wanted.stream().map(w -> w.fingerprint).toArray();
        statement.setArray(1, connection.createArrayOf("text", tenants));
        statement.setArray(2, connection.createArrayOf("text", hashes));
    }

    private static void collect(PreparedStatement statement, Map<Identity, Stored> known) throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                var identity = new Identity(new TenantId(rows.getString(1)), rows.getString(2));
                known.put(identity, new Stored(rows.getLong(3), SeriesKind.ofStored(rows.getString(4))));
            }
        }
    }

    private List<Identity> identities(List<NewSeries> series) {
        var hasher = fingerprints();
        return series.stream().map(s -> new Identity(s.tenant(), hasher.of(s))).toList();
    }

    private Fingerprints fingerprints() {
        var hasher = fingerprints;
        if (hasher == null) {
            hasher = new Fingerprints(installation.fixed("fingerprint_key", SeriesRegistry::randomKey));
            fingerprints = hasher;
        }
        return hasher;
    }

    private static String randomKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}

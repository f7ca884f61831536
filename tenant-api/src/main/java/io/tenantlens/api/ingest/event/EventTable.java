package io.tenantlens.api.ingest.event;

import io.tenantlens.cost.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The events that were ever accepted, by which a repetition is known. */
final class EventTable {

    // in one order everywhere, so that two batches with the same events cannot wait for each other
    private static final String INSERT = """
            INSERT INTO usage_events (tenant_id, source, event_id, type, occurred_at, content_hash, data)
            SELECT tenant_id, source, event_id, type, occurred_at::timestamptz, decode(content_hash, 'hex'), data::jsonb
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                 AS sent (tenant_id, source, event_id, type, occurred_at, content_hash, data)
            ORDER BY tenant_id, source, event_id
            ON CONFLICT DO NOTHING
            RETURNING tenant_id, source, event_id""";
    private static final String HASHES = """
            SELECT tenant_id, source, event_id, encode(content_hash, 'hex') FROM usage_events
            JOIN unnest(?::text[], ?::text[], ?::text[]) AS sent (tenant_id, source, event_id)
                 USING (tenant_id, source, event_id)""";

    private EventTable() {}

    /** Inserts those that are new, and names them. */
    static Set<EventKey> insertNew(Handle handle, Collection<UsageEvent> events) throws SQLException {
        var inserted = new HashSet<EventKey>();
        try (var insert = handle.getConnection().prepareStatement(INSERT)) {
            bindKeys(insert, events.stream().map(UsageEvent::key).toList());
            bind(insert, 4, events, UsageEvent::type);
            bind(insert, 5, events, event -> event.occurredAt().toString());
            bind(insert, 6, events, UsageEvent::contentHash);
            bind(
                    insert,
                    7,
                    events,
                    event -> event.data().isMissingNode() ? null : event.data().toString());
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    inserted.add(new EventKey(new TenantId(rows.getString(1)), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return inserted;
    }

    /** The content of events that were accepted before, as its hash. */
    static Map<EventKey, String> hashes(Handle handle, List<EventKey> keys) throws SQLException {
        var hashes = new HashMap<EventKey, String>();
        try (var select = handle.getConnection().prepareStatement(HASHES)) {
            bindKeys(select, keys);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var key = new EventKey(new TenantId(rows.getString(1)), rows.getString(2), rows.getString(3));
                    hashes.put(key, rows.getString(4));
                }
            }
        }
        return hashes;
    }

    private static void bindKeys(PreparedStatement statement, List<EventKey> keys) throws SQLException {
        bind(statement, 1, keys, key -> key.tenant().value());
        bind(statement, 2, keys, EventKey::source);
        bind(statement, 3, keys, EventKey::id);
    }

    private static <T> void bind(
            PreparedStatement statement, int parameter, Collection<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        var values = rows.stream().map(column).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", values));
    }
}

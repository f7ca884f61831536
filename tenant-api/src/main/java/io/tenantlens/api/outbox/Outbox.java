package io.tenantlens.api.outbox;

import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes in what is to leave, in the transaction of its cause: either both happen or neither. */
@Singleton
public class Outbox {

    /** Whom a message is about that is about no tenant. */
    static final String PLATFORM = "_platform";

    /** The id of the message, or empty where the same cause had put it in before. */
    public Optional<UUID> add(Handle handle, Outgoing outgoing) {
        return handle.createQuery("""
            INSERT INTO outbox (tenant_id, kind, key, title, payload)
            VALUES (:tenant, :kind, :key, :title, :payload)
            ON CONFLICT (tenant_id, kind, key) DO NOTHING
            RETURNING message_id\
            """)
                .bind("tenant", outgoing.tenant().map(TenantId::value).orElse(PLATFORM))
                .bind("kind", outgoing.kind())
                .bind("key", outgoing.key())
                .bind("title", outgoing.title())
                .bind("payload", outgoing.payload())
                .mapTo(UUID.class)
                .findOne();
    }
}

package io.tenantlens.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Appends to the audit trail. */
@Singleton
public class AuditTrail {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Remembers an action in the transaction of the action itself: both happen or none.
     *
     * <p>Appending transactions wait for each other until they end, so record last and commit soon.
     */
    public void record(Handle handle, AuditEntry entry) {
        handle.createQuery("SELECT append_audit(:issuer, :subject, :name, :action, :tenant, :detail)")
                .bind("issuer", entry.actor().issuer())
                .bind("subject", entry.actor().subject())
                .bind("name", entry.actor().name())
                .bind("action", entry.action())
                .bind("tenant", entry.tenant().map(TenantId::value).orElse(null))
                .bind("detail", json(entry.detail()))
                .mapTo(Long.class)
                .one();
    }

    private static String json(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("detail of an audit entry: " + detail.keySet(), e);
        }
    }
}

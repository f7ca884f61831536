package io.tenantlens.standalone.cli;

import io.tenantlens.cost.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tenants of a case, which may have any name: "A" and "shop 1" need not be slugs to be calculated with. */
final class CaseTenants {

    private final Map<String, TenantId> ids = new LinkedHashMap<>();

    /** Adds a name; false if it is there already. */
    boolean add(String name) {
        var before = ids.size();
        idOf(name);
        return ids.size() > before;
    }

    TenantId idOf(String name) {
        return ids.computeIfAbsent(name, _ -> new TenantId("t" + ids.size()));
    }

    @Nullable
    TenantId find(String name) {
        return ids.get(name);
    }

    List<TenantId> all() {
        return new ArrayList<>(ids.values());
    }

    Map<String, TenantId> byName() {
        return ids;
    }
}

package io.tenantlens.api.billing.unbilled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What tenants used in a month of the meters that any plan prices, by meter and dimensions. */
final class MonthUsage {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<TenantId, SortedMap<MeterKey, List<Part>>> byTenant = new HashMap<>();

    /** Usage with certain dimensions. */
    record Part(Map<String, String> dimensions, BigDecimal quantity) {

        boolean has(Map<String, String> wanted) {
            return dimensions.entrySet().containsAll(wanted.entrySet());
        }
    }

    private MonthUsage() {}

    static MonthUsage read(Handle handle, Collection<TenantId> tenants, YearMonth month) {
        var usage = new MonthUsage();
        handle.createQuery("""
                        SELECT tenant_id, meter, dimensions::text AS dimensions, sum(quantity) AS quantity FROM usage_day
                        WHERE tenant_id = ANY (:tenants) AND day >= :from AND day < :until AND meter = ANY (ARRAY(
                            SELECT DISTINCT charge ->> 'meter' FROM rate_cards, jsonb_array_elements(charges) AS charge
                            WHERE charge ->> 'meter' IS NOT NULL))
                        GROUP BY tenant_id, meter, dimensions HAVING sum(quantity) > 0""")
                .bind("tenants", tenants.stream().map(TenantId::value).toArray(String[]::new))
                .bind("from", month.atDay(1))
                .bind("until", month.plusMonths(1).atDay(1))
                .map((row, _) -> usage.byTenant
                        .computeIfAbsent(new TenantId(row.getString("tenant_id")), _ -> new TreeMap<>())
                        .computeIfAbsent(new MeterKey(row.getString("meter")), _ -> new ArrayList<>())
                        .add(new Part(dimensions(row.getString("dimensions")), row.getBigDecimal("quantity"))))
                .list();
        return usage;
    }

    SortedMap<MeterKey, List<Part>> of(TenantId tenant) {
        return byTenant.getOrDefault(tenant, new TreeMap<>());
    }

    private static Map<String, String> dimensions(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dimensions are not JSON: " + json, e);
        }
    }
}

package io.tenantlens.api.cost.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.api.cost.CostType;
import io.tenantlens.cost.allocation.IdlePolicy;
import io.tenantlens.cost.meter.MeterKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The settings in the database. */
public final class CostSettingRows {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CostSettingRows() {}

    public static CostSettings read(Handle handle) {
        return new CostSettings(
                handle.createQuery("SELECT * FROM unit_costs ORDER BY unit_cost, valid_from")
                        .map((row, _) -> unitCost(row))
                        .list(),
                handle.createQuery("SELECT * FROM cost_drivers ORDER BY driver, valid_from")
                        .map((row, _) -> driver(row))
                        .list(),
                handle.createQuery("SELECT * FROM cost_pools ORDER BY pool, valid_from")
                        .map((row, _) -> pool(row))
                        .list());
    }

    private static UnitCost unitCost(ResultSet row) throws SQLException {
        return new UnitCost(
                row.getString("unit_cost"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("title"),
                row.getString("unit"),
                row.getBoolean("per_month"),
                row.getBigDecimal("amount"));
    }

    private static CostDriver driver(ResultSet row) throws SQLException {
        return new CostDriver(
                row.getString("driver"),
                row.getObject("valid_from", LocalDate.class),
                new MeterKey(row.getString("meter")),
                row.getBoolean("peak"),
                row.getString("dimension"),
                texts(row, "included"),
                texts(row, "excluded"),
                row.getBigDecimal("unit_size"),
                row.getInt("decimals"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static CostPoolRule pool(ResultSet row) throws SQLException {
        return new CostPoolRule(
                row.getString("pool"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("title"),
                CostType.of(row.getString("cost_type")),
                CostPoolRule.Kind.valueOf(upper(row.getString("kind"))),
                CostPoolRule.Hosting.valueOf(upper(row.getString("hosting"))),
                row.getString("unit_cost"),
                row.getString("driver"),
                row.getBigDecimal("capacity_per_hour"),
                IdlePolicy.valueOf(upper(row.getString("idle"))),
                split(row.getString("split")));
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }

    static PoolSplit split(String json) {
        try {
            var split = MAPPER.readTree(json);
            var usage = split.required("usage");
            if (!split.hasNonNull("base")) {
                return rule(usage);
            }
            var base = split.get("base");
            if (rule(base) instanceof PoolSplit.Even && rule(usage) instanceof PoolSplit.Weighted(var driver)) {
                return new PoolSplit.BaseAndWeighted(tenThousandths(base), driver);
            }
            throw new IllegalArgumentException("a pool's base must be even and its usage weighted: " + json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a pool's split is not JSON: " + json, e);
        }
    }

    private static PoolSplit rule(JsonNode rule) {
        var method = rule.required("method").asText();
        return switch (method) {
            case "even" -> new PoolSplit.Even();
            case "weighted" -> new PoolSplit.Weighted(rule.required("by").asText());
            case "weightedByCost" -> new PoolSplit.WeightedByCost();
            default -> throw new IllegalArgumentException("no such method of division: " + method);
        };
    }

    private static int tenThousandths(JsonNode base) {
        return new BigDecimal(base.required("percent").asText())
                .movePointRight(2)
                .intValueExact();
    }
}

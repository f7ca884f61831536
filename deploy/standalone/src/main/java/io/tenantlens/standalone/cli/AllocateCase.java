package io.tenantlens.standalone.cli;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.api.input.JsonInput;
import io.tenantlens.cost.allocation.AllocationRequest;
import io.tenantlens.cost.allocation.CostPool;
import io.tenantlens.cost.allocation.CostPool.Sharing;
import io.tenantlens.cost.allocation.IdlePolicy;
import io.tenantlens.cost.allocation.Split;
import io.tenantlens.cost.allocation.SplitRule;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads a case of {@code allocate} and checks that pools and usage name its tenants. */
final class AllocateCase {

    private static final List<String> METHODS = List.of("even", "weighted", "weightedByCost");

    private final CaseTenants tenants;

    private AllocateCase(CaseTenants tenants) {
        this.tenants = tenants;
    }

    /** Reads a case and fills in its tenants. */
    static AllocationRequest read(JsonInput input, CaseTenants tenants) {
        input.only("currency", "decimals", "pools", "tenants", "usage", "idle");
        return new AllocateCase(tenants).request(input);
    }

    private AllocationRequest request(JsonInput input) {
        var currency = Fields.currency(input);
        for (var item : input.field("tenants").items()) {
            if (!tenants.add(item.text())) {
                throw item.invalid("tenant is named twice: " + item.text());
            }
        }
        var idle = input.optional(
                "idle",
                IdlePolicy.SHARE,
                value -> value.choice(Map.of("share", IdlePolicy.SHARE, "separate", IdlePolicy.SEPARATE)));
        return new AllocationRequest(currency, pools(input), tenants.all(), usage(input), idle);
    }

    private List<CostPool> pools(JsonInput input) {
        var pools = new LinkedHashMap<String, CostPool>();
        for (var item : input.field("pools").items()) {
            var pool = pool(item);
            if (pools.put(pool.id(), pool) != null) {
                throw item.field("id").invalid("pool id is used twice: " + pool.id());
            }
        }
        return List.copyOf(pools.values());
    }

    private CostPool pool(JsonInput input) {
        input.only("id", "kind", "tenant", "tenants", "amount", "idle", "split");
        var id = input.text("id");
        var sharing = switch (input.text("kind")) {
            case "dedicated" -> new Sharing.Dedicated(known(input.field("tenant")));
            case "shared", "overhead" -> new Sharing.Shared(split(input), sharers(input));
            default -> throw input.field("kind").invalid("must be one of dedicated, overhead, shared");
        };
        var amount = input.decimal("amount");
        var idle = input.decimal("idle", ZERO);
        var place = input.has("idle") ? input.field("idle") : input;
        return place.checked(() -> new CostPool(id, amount, idle, sharing));
    }

    private List<TenantId> sharers(JsonInput input) {
        if (!input.has("tenants")) {
            return List.of();
        }
        var sharers = new ArrayList<TenantId>();
        input.list("tenants").forEach(item -> sharers.add(known(item)));
        if (sharers.isEmpty() || new LinkedHashSet<>(sharers).size() != sharers.size()) {
            throw input.field("tenants").invalid("must name at least one tenant, each once");
        }
        return sharers;
    }

    private static Split split(JsonInput input) {
        if (!input.has("split")) {
            return Split.by(new SplitRule.Unknown());
        }
        var split = input.field("split").only("base", "usage");
        var usage = split.optional("usage", new SplitRule.Unknown(), value -> rule(value.only("method", "by")));
        if (!split.has("base")) {
            return Split.by(usage);
        }
        var base = split.field("base").only("percent", "method", "by");
        var percent = base.decimal("percent");
        return base.field("percent").checked(() -> new Split(percent, rule(base), usage));
    }

    private static SplitRule rule(JsonInput input) {
        return switch (input.text("method")) {
            case "even" -> new SplitRule.Even();
            case "weighted" -> new SplitRule.Weighted(input.field("by").parse(MeterKey::new));
            case "weightedByCost" -> new SplitRule.WeightedByCost();
            default -> throw input.field("method").invalid("must be one of " + String.join(", ", METHODS));
        };
    }

    private Map<MeterKey, Map<TenantId, BigDecimal>> usage(JsonInput input) {
        var usage = new LinkedHashMap<MeterKey, Map<TenantId, BigDecimal>>();
        input.map("usage").forEach((meter, quantities) -> {
            var byTenant = new LinkedHashMap<TenantId, BigDecimal>();
            quantities.entries().forEach((tenant, quantity) -> byTenant.put(known(tenant, quantity), weight(quantity)));
            usage.put(quantities.checked(() -> new MeterKey(meter)), byTenant);
        });
        return usage;
    }

    private static BigDecimal weight(JsonInput quantity) {
        if (quantity.node().isNull()) {
            return ZERO;
        }
        var weight = quantity.decimal();
        if (weight.signum() < 0) {
            throw quantity.invalid("must not be negative: " + weight.toPlainString());
        }
        return weight;
    }

    private TenantId known(JsonInput place) {
        return known(place.text(), place);
    }

    private TenantId known(String name, JsonInput place) {
        var tenant = tenants.find(name);
        if (tenant == null) {
            throw place.invalid("'" + name + "' is not among the tenants of the case");
        }
        return tenant;
    }
}

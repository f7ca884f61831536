package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.cost.allocation.Allocation;
import io.tenantlens.cost.allocation.CostAllocator;
import java.math.BigDecimal;

/** {@code allocate}: cost pools divided over tenants, with the proof that nothing was lost. */
final class AllocateCommand implements CaseCommand {

    @Override
    public JsonNode answer(JsonInput input) {
        var tenants = new CaseTenants();
        var request = AllocateCase.read(input, tenants);
        return json(CostAllocator.allocate(request), tenants, request.currency().decimals());
    }

    private static JsonNode json(Allocation allocation, CaseTenants names, int decimals) {
        var answer = Json.object();
        var tenants = answer.putObject("tenants");
        names.byName().forEach((name, tenant) -> {
            var cost = allocation.costOf(tenant);
            var json = tenants.putObject(name).put("total", text(cost.total(), decimals));
            var byPool = json.putObject("byPool");
            cost.byPool().forEach((pool, share) -> byPool.put(pool, text(share, decimals)));
            json.put("idle", text(cost.idle(), decimals));
        });
        answer.put("idle", text(allocation.idle(), decimals));
        answer.put("unallocated", text(allocation.unallocated(), decimals));
        answer.put("origin", text(allocation.origin(), decimals));
        answer.putObject("proof").put("sum", text(allocation.sum(), decimals)).put("equal", allocation.conserves());
        return answer;
    }

    /** At least the decimals of the currency; more only for what it could not express. */
    private static String text(BigDecimal amount, int decimals) {
        var plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), decimals)).toPlainString();
    }
}

package io.tenantlens.api.cost.bill;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.cost.bill.PoolMapping.Rule;
import io.tenantlens.api.problem.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Imports of cloud bills over the JSON API. */
@Path("/api/v1/cost-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Costs")
class CostImportResource {

    private static final String SLUG = "[a-z0-9][a-z0-9-]{0,62}";

    private final TenantAccess access;
    private final CostBills bills;

    @Inject
    CostImportResource(TenantAccess access, CostBills bills) {
        this.access = access;
        this.bills = bills;
    }

    @POST
    @Blocking
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    @PermissionsAllowed("billing:write")
    @Operation(
            summary = "Import a cloud bill in the FOCUS format, versions 1.0 to 1.2, as CSV",
            description = "A bill of the same provider and billing period replaces the one before; the same file again"
                    + " changes nothing. rate is the BDT for one unit of the file's currency; without it the rate"
                    + " of the month is taken.")
    public ImportedJson take(InputStream body, @RestQuery @Nullable String rate) {
        var scope = access.staff(Area.BILLING, Access.WRITE);
        return ImportedJson.of(bills.take(scope, body, rate(rate)));
    }

    @PUT
    @Path("/mappings/{source}")
    @PermissionsAllowed("billing:write")
    @Operation(
            summary = "Say which pool the charges of a source belong to where no tag says so",
            description = "A list of rules; the first counts whose column has its value.")
    public Map<String, Integer> map(@RestPath String source, List<Map<String, String>> rules) {
        var scope = access.staff(Area.BILLING, Access.WRITE);
        if (!source.matches(SLUG)) {
            throw Problems.invalid("/source", "Name the provider in lower-case letters, digits and hyphens.");
        }
        bills.replaceMapping(scope, source, rules(rules));
        return Map.of("rules", rules.size());
    }

    private static @Nullable BigDecimal rate(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var rate = new BigDecimal(text);
            if (rate.signum() > 0 && rate.precision() <= 20 && Math.abs(rate.scale()) <= 20) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw Problems.invalid("/rate", "Send the BDT for one unit of the file's currency, such as 121.50.");
        }
        throw Problems.invalid("/rate", "Send a rate above zero of at most 20 digits.");
    }

    private static List<Rule> rules(List<Map<String, String>> sent) {
        var rules = new ArrayList<Rule>();
        for (var rule : sent) {
            var at = "/" + rules.size();
            var column = rule.getOrDefault("column", "");
            var value = rule.get("value");
            var pool = rule.getOrDefault("pool", "");
            if (column.isBlank()) {
                throw Problems.invalid(at + "/column", "Name a column of the file, such as ServiceName.");
            }
            if (value == null) {
                throw Problems.invalid(at + "/value", "Say which value of the column belongs to the pool.");
            }
            if (!PoolMapping.isPool(pool)) {
                throw Problems.invalid(at + "/pool", "Name a pool in lower-case letters, digits and hyphens.");
            }
            rules.add(new Rule(column, value, pool));
        }
        return rules;
    }
}

package io.tenantlens.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** Tells the portal which shops there are. */
final class Registration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 1_000;

    private Registration() {}

    static void register(PortalApi portal, World world, List<DemoTenant> tenants)
            throws IOException, InterruptedException {
        for (var from = 0; from < tenants.size(); from += AT_ONCE) {
            portal.registerTenants(json(world, tenants.subList(from, Math.min(from + AT_ONCE, tenants.size()))));
        }
    }

    static String json(World world, List<DemoTenant> tenants) throws IOException {
        var array = JSON.createArrayNode();
        for (var tenant : tenants) {
            var churned = tenant.kind() == Kind.CHURNED;
            var entry = array.addObject()
                    .put("tenant", tenant.slug())
                    .put("name", tenant.name())
                    .put("tier", tenant.tier().key())
                    .put("hosting", tenant.hosting())
                    .put("plan", tenant.tier().key())
                    .put("currency", "BDT")
                    .put("locale", "en-BD")
                    .put("timeZone", World.ZONE.getId())
                    .put("signedUpOn", world.signedUpOn(tenant).toString())
                    .put("status", churned ? "churned" : "active");
            if (churned) {
                entry.put("churnedOn", world.churnDay().toString());
            }
        }
        return JSON.writeValueAsString(array);
    }
}

package io.tenantlens.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;

/** The orders and payments of a shop as usage events; an order has the same id however often it is sent. */
final class OrderEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 900;
    private static final double USUAL = 0.02;
    private static final double BROKEN = 0.5;

    private final PortalApi portal;
    private ArrayNode batch = JSON.createArrayNode();

    OrderEvents(PortalApi portal) {
        this.portal = portal;
    }

    /** Adds those between two moments, evenly, and sends full batches. */
    void add(DemoTenant tenant, Moment from, Moment until) throws IOException, InterruptedException {
        var first = (long) from.orders();
        var last = (long) until.orders();
        var declined = declined(from, until);
        var span = until.at().toEpochMilli() - from.at().toEpochMilli();
        for (var number = first; number < last; number++) {
            var at = from.at().plusMillis(span * (number - first) / (last - first));
            add(tenant, number, at, declined);
            if (batch.size() >= AT_ONCE) {
                flush();
            }
        }
    }

    void flush() throws IOException, InterruptedException {
        if (!batch.isEmpty()) {
            portal.sendEvents(JSON.writeValueAsString(batch));
            batch = JSON.createArrayNode();
        }
    }

    /** The usual share unless payments are broken: an order that is sent again must say what it said before. */
    private static double declined(Moment from, Moment until) {
        var share = (until.declined() - from.declined()) / (until.orders() - from.orders());
        return share > BROKEN ? share : USUAL;
    }

    private void add(DemoTenant tenant, long number, Instant at, double share) {
        var seed = tenant.slug().hashCode();
        var declined = Noise.of(seed, number) < share;
        var amount = (240 + (int) (Noise.of(seed, -number) * 1_080)) + ".00";
        event("com.tenantlens.order.placed.v1", tenant, "order-" + number, at)
                .withObject("data")
                .put("orderId", "order-" + number)
                .put("amount", amount)
                .put("currency", "BDT")
                .put("status", declined ? "failed" : "completed");
        if (!declined) {
            event("com.tenantlens.payment.settled.v1", tenant, "payment-" + number, at)
                    .withObject("data")
                    .put("orderId", "order-" + number)
                    .put("amount", amount)
                    .put("currency", "BDT")
                    .put("provider", Noise.of(seed, number + 1_000_003) < 0.7 ? "bkash" : "nagad");
        }
    }

    private ObjectNode event(String type, DemoTenant tenant, String id, Instant at) {
        return batch.addObject()
                .put("specversion", "1.0")
                .put("type", type)
                .put("source", "/shops/" + tenant.slug())
                .put("id", id)
                .put("subject", tenant.slug())
                .put("time", at.toString())
                .put("datacontenttype", "application/json");
    }
}

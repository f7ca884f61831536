package io.tenantlens.api.billing.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantlens.api.billing.invoice.InvoiceLine;

/** A line as a case of the command {@code rate}, which gives its amount and discount again. */
final class RateCase {

    private static final JsonMapper JSON = new JsonMapper();

    private RateCase() {}

    static JsonNode of(InvoiceLine line, PricedLine priced) {
        var currency = line.amount().currency();
        var dates = priced.period().dates();
        var id = line.charge().value();
        var rateCase = JSON.createObjectNode().put("currency", currency.code()).put("decimals", currency.decimals());
        rateCase.putObject("period")
                .put("start", dates.start().toString())
                .put("end", dates.end().toString())
                .put("timeZone", priced.period().zone().getId());
        rateCase.putArray("charges").add(charge(line, priced));
        var usage = rateCase.putObject("usage");
        if (line.metered() != null) {
            usage.put(id, line.metered().toPlainString());
        }
        priced.billedBefore()
                .ifPresent(billed -> rateCase.putObject("billed")
                        .putArray(id)
                        .addObject()
                        .put("quantity", billed.quantity().toPlainString())
                        .put("amount", billed.amount().amount().toPlainString()));
        return rateCase;
    }

    private static ObjectNode charge(InvoiceLine line, PricedLine priced) {
        var charge = JSON.createObjectNode().put("id", line.charge().value());
        charge.setAll((ObjectNode) parse(priced.price()));
        var active = line.active();
        if (active != null) {
            charge.putObject("prorate")
                    .put("from", active.start().toString())
                    .put("to", active.end().toString())
                    .put("policy", priced.dayCount());
        }
        return charge;
    }

    private static JsonNode parse(String price) {
        try {
            return JSON.readTree(price);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the price of a card is not JSON", e);
        }
    }
}

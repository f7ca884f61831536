package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.input.InvalidInput;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.cost.invoice.BillRater;
import io.tenantlens.cost.invoice.RatedBill;
import io.tenantlens.cost.invoice.RatedLine;
import io.tenantlens.cost.invoice.RatingException;
import java.util.Locale;

/** {@code rate}: one service period of one tenant, from rate card and usage to the lines of a bill. */
final class RateCommand implements CaseCommand {

    @Override
    public JsonNode answer(JsonInput input) {
        var request = RateCase.read(input);
        try {
            return json(BillRater.rate(request));
        } catch (RatingException e) {
            throw new InvalidInput("/usage/" + JsonInput.escape(e.charge().value()), String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode json(RatedBill bill) {
        var answer = Json.object();
        var lines = answer.putArray("lines");
        bill.lines().forEach(line -> lines.add(json(line)));
        answer.put("subtotal", Json.text(bill.subtotal()));
        answer.put("discount", Json.text(bill.discount()));
        answer.put("tax", Json.text(bill.tax()));
        answer.put("credit", Json.text(bill.credit()));
        answer.put("total", Json.text(bill.total()));
        answer.put("creditRemaining", Json.text(bill.creditRemaining()));
        var taxes = answer.putArray("taxes");
        for (var tax : bill.taxes()) {
            taxes.addObject()
                    .put("id", tax.id())
                    .put("percent", Json.text(tax.percent()))
                    .put("base", Json.text(tax.base()))
                    .put("amount", Json.text(tax.amount()));
        }
        var credits = answer.putArray("credits");
        for (var credit : bill.credits()) {
            credits.addObject()
                    .put("id", credit.id())
                    .put("used", Json.text(credit.used()))
                    .put("remaining", Json.text(credit.remaining()));
        }
        return answer;
    }

    private static JsonNode json(RatedLine line) {
        var json = Json.object()
                .put("charge", line.charge().value())
                .put("kind", line.kind().name().toLowerCase(Locale.ROOT))
                .put("quantity", Json.text(line.quantity()))
                .put("unitPrice", line.unitPrice() == null ? null : Json.text(line.unitPrice()))
                .put("amount", Json.text(line.amount()))
                .put("discount", Json.text(line.discount()))
                .put("credit", Json.text(line.credit()))
                .put("tax", Json.text(line.tax()))
                .put("total", Json.text(line.total()));
        var steps = json.putArray("steps");
        line.steps().forEach(steps::add);
        return json;
    }
}

package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.input.JsonInput;

/** {@code sla}: percentiles, error budget, burn rates or service credit of one case. */
final class SlaCommand implements CaseCommand {

    @Override
    public JsonNode answer(JsonInput input) {
        if (!input.node().isObject()) {
            throw input.invalid("must be an object");
        }
        var kind = input.field("kind");
        return switch (kind.text()) {
            case "quantile" -> QuantileCase.answer(input);
            case "budget" -> BudgetCase.answer(input);
            case "burn" -> BurnCase.answer(input);
            case "credit" -> CreditCase.answer(input);
            default -> throw kind.invalid("must be quantile, budget, burn or credit");
        };
    }
}

package io.tenantlens.api.billing.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What cards say in tests; apostrophes stand for quotation marks. */
public final class TestCards {

    private static final JsonMapper JSON = new JsonMapper();

    static final String BASE =
            "{'id':'base','title':'Base fee','unit':'month','price':{'model':'flat','amount':'100.00'}}";

    static final String REQUESTS = "{'id':'requests','title':'API requests','unit':'thousand','meter':'requests',"
            + "'price':{'model':'graduated','convert':{'divideBy':'1000','round':'ceil'},"
            + "'tiers':[{'upTo':'10','unit':'0'},{'upTo':'100','unit':'12.00'},{'unit':'9.00'}]}}";

    private TestCards() {}

    static CardText text(String... charges) {
        return new CardText(
                "Plan",
                json("[" + String.join(",", charges) + "]"),
                json("[{'id':'vat','title':'VAT','percent':'15'}]"),
                "actual");
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

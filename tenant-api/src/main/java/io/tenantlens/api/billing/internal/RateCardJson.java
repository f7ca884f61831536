package io.tenantlens.api.billing.internal;

import java.util.Map;

/** Parts of a rate card as JSON for queries. */
public final class RateCardJson {

    private RateCardJson() {}

    public static String of(Map<String, String> dimensions) {
        return RateCardReader.json(dimensions);
    }
}

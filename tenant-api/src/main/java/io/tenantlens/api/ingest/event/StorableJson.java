package io.tenantlens.api.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Whether PostgreSQL can hold a text or a JSON value: it takes no zero characters, halves of characters or giant numbers. */
final class StorableJson {

    private static final int LARGEST_EXPONENT = 300;

    private StorableJson() {}

    static boolean isStorable(JsonNode node) {
        if (node.isTextual()) {
            return isStorable(node.textValue());
        }
        if (node.isBigDecimal() || node.isBigInteger()) {
            return isOrdinary(node.decimalValue());
        }
        for (var member : node.properties()) {
            if (!isStorable(member.getKey()) || !isStorable(member.getValue())) {
                return false;
            }
        }
        if (node.isArray()) {
            for (var element : node) {
                if (!isStorable(element)) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean isOrdinary(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) <= LARGEST_EXPONENT
                && Math.abs((long) number.scale()) <= LARGEST_EXPONENT;
    }

    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}

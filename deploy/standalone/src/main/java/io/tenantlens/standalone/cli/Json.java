package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the answers write them: plain decimal strings. */
final class Json {

    private static final int PERCENT_DECIMALS = 4;

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(Money money) {
        return money.amount().toPlainString();
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A percentage or ratio: rounded to four decimals. */
    static String rounded(BigDecimal number) {
        return text(number.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP));
    }
}

package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.sla.credit.CreditSchedule;
import io.tenantlens.sla.credit.CreditStep;
import io.tenantlens.sla.credit.ServiceCredit;
import io.tenantlens.sla.indicator.NumberText;
import java.math.BigDecimal;

/** The credit that a month's availability earns. */
final class CreditCase {

    private CreditCase() {}

    static JsonNode answer(JsonInput input) {
        input.only("kind", "availability", "schedule", "bill", "capPercent", "currency");
        var schedule = schedule(input);
        var bill = bill(input);
        if (!input.node().has("availability")) {
            throw input.field("availability").invalid("is required");
        }
        if (!input.has("availability")) {
            var none = new ServiceCredit(BigDecimal.ZERO, Money.zero(bill.currency()));
            return answer(none).putNull("availability").put("reason", "no data");
        }
        var availability = input.field("availability");
        var percent = availability.decimal();
        return answer(availability.checked(() -> schedule.credit(percent, bill)));
    }

    private static ObjectNode answer(ServiceCredit credit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("credit", credit.amount().amount().toPlainString())
                .put("percent", NumberText.of(credit.percent()));
    }

    private static CreditSchedule schedule(JsonInput input) {
        var field = input.field("schedule");
        var steps = field.items().stream().map(CreditCase::step).toList();
        var uncapped = field.checked(() -> CreditSchedule.uncapped(steps));
        return input.optional("capPercent", uncapped, cap -> {
            var percent = cap.decimal();
            return cap.checked(() -> new CreditSchedule(steps, percent));
        });
    }

    private static CreditStep step(JsonInput step) {
        step.only("below", "percent");
        var below = step.field("below");
        var percent = step.field("percent");
        below.checked(() -> new CreditStep(below.decimal(), BigDecimal.ZERO));
        return percent.checked(() -> new CreditStep(below.decimal(), percent.decimal()));
    }

    private static Money bill(JsonInput input) {
        var currency = input.optional("currency", Currency.BDT, code -> code.parse(Currency::of));
        var bill = input.field("bill");
        if (bill.decimal().signum() < 0) {
            throw bill.invalid("must not be negative");
        }
        return bill.checked(() -> new Money(bill.decimal(), currency));
    }
}

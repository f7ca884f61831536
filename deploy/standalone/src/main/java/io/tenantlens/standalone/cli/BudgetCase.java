package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.indicator.TimeSlice;
import io.tenantlens.sla.indicator.TimeSlice.State;
import io.tenantlens.sla.objective.ErrorBudget;
import io.tenantlens.sla.objective.Target;

/** The error budget of an objective, from totals or from time slices. */
final class BudgetCase {

    static final int DEFAULT_WINDOW_DAYS = 30;

    private BudgetCase() {}

    static JsonNode answer(JsonInput input) {
        input.only("kind", "objective", "windowDays", "good", "total", "method", "slices", "sliceTarget");
        var target = target(input.field("objective"));
        windowDays(input);
        var availability = availability(input, target);
        var answer = JsonNodeFactory.instance.objectNode();
        if (!availability.hasData()) {
            return answer.putNull("availability").put("reason", "no data");
        }
        var budget = new ErrorBudget(target, availability);
        return answer.put(
                        "availability",
                        availability.percent().map(NumberText::of).orElseThrow())
                .put("budgetTotal", NumberText.of(budget.total()))
                .put("budgetRemaining", NumberText.of(budget.remaining()));
    }

    static Target target(JsonInput input) {
        var percent = input.decimal();
        return input.checked(() -> new Target(percent));
    }

    static int windowDays(JsonInput input) {
        return input.optional("windowDays", DEFAULT_WINDOW_DAYS, days -> {
            int value = days.integer();
            if (value < 1 || value > 3660) {
                throw days.invalid("must be a number of days from 1 to 3660");
            }
            return value;
        });
    }

    private static Availability availability(JsonInput input, Target target) {
        var method = input.optional("method", CountingMethod.OCCURRENCES, BudgetCase::method);
        var totals = input.has("slices") && !input.has("total") ? Availability.NO_DATA : counted(input);
        if (!input.has("slices")) {
            return totals;
        }
        var sliceTarget = input.optional("sliceTarget", target, BudgetCase::target);
        var slices = input.list("slices").stream().map(BudgetCase::slice).toList();
        return method.over(slices, sliceTarget.percent());
    }

    private static CountingMethod method(JsonInput input) {
        return switch (input.text()) {
            case "occurrences" -> CountingMethod.OCCURRENCES;
            case "timeslices" -> CountingMethod.TIMESLICES;
            default -> throw input.invalid("must be occurrences or timeslices");
        };
    }

    private static TimeSlice slice(JsonInput input) {
        input.only("good", "total", "state");
        var state = input.optional("state", State.OK, BudgetCase::state);
        boolean counted = state == State.OK || input.has("good") || input.has("total");
        return new TimeSlice(counted ? counted(input) : Availability.NO_DATA, state);
    }

    private static State state(JsonInput input) {
        return switch (input.text()) {
            case "ok" -> State.OK;
            case "maintenance" -> State.MAINTENANCE;
            case "nodata" -> State.NODATA;
            default -> throw input.invalid("must be ok, maintenance or nodata");
        };
    }

    private static Availability counted(JsonInput input) {
        var total = input.field("total");
        if (total.decimal().signum() < 0) {
            throw total.invalid("must not be negative");
        }
        var good = input.field("good");
        return good.checked(() -> new Availability(good.decimal(), total.decimal()));
    }
}

package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.objective.BurnAlerts;
import io.tenantlens.sla.objective.BurnRate;
import io.tenantlens.sla.objective.Severity;
import java.time.Duration;
import java.util.HashMap;
import java.util.regex.Pattern;

/** How fast an error budget is used over several windows, and which alerts that calls for. */
final class BurnCase {

    private static final Pattern WINDOW = Pattern.compile("([1-9]\\d{0,5})([smhdw])");

    private BurnCase() {}

    static JsonNode answer(JsonInput input) {
        input.only("kind", "objective", "windowDays", "errorRatio");
        var target = BudgetCase.target(input.field("objective"));
        var alerts = BurnAlerts.forWindow(BudgetCase.windowDays(input));
        var ratios = input.field("errorRatio");
        var answer = JsonNodeFactory.instance.objectNode();
        var burn = answer.putObject("burn");
        var rates = new HashMap<Duration, BurnRate>();
        ratios.entries().forEach((window, ratio) -> {
            var duration = duration(window, ratio);
            if (ratio.node().isNull() || ratio.node().asText().equals("NaN")) {
                burn.putNull(window);
                return;
            }
            var value = ratio.decimal();
            var rate = ratio.checked(() -> new BurnRate(value, target));
            rates.put(duration, rate);
            burn.put(window, rate.value().map(NumberText::of).orElse("+Inf"));
        });
        var firing = answer.putArray("alerts");
        alerts.firing(rates).forEach(severity -> firing.add(name(severity)));
        return answer;
    }

    private static Duration duration(String window, JsonInput ratio) {
        var parts = WINDOW.matcher(window);
        if (!parts.matches()) {
            throw ratio.invalid("a window must be a duration such as 5m, 1h or 3d: '" + window + "'");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    private static String name(Severity severity) {
        return switch (severity) {
            case PAGE -> "page";
            case TICKET -> "ticket";
        };
    }
}

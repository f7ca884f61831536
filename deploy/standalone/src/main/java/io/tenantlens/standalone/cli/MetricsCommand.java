package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.cost.forecast.DailyForecaster;
import io.tenantlens.cost.forecast.Forecast;
import io.tenantlens.cost.health.DropDetector;
import io.tenantlens.cost.health.HourlyValue;
import io.tenantlens.cost.margin.Margin;
import io.tenantlens.cost.mrr.MrrEvent;
import io.tenantlens.cost.mrr.MrrMovements;
import io.tenantlens.cost.mrr.SameMonth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** {@code metrics}: movements of recurring revenue, margin, forecast, drop. */
final class MetricsCommand implements CaseCommand {

    private static final int LONGEST_DATE = 10;
    private static final int LONGEST_HORIZON = 3_660;
    private static final int LEAST_DECIMALS = 2;

    private static final Map<String, SameMonth> SAME_MONTH =
            Map.of("eachChange", SameMonth.EACH_CHANGE, "net", SameMonth.NET);

    @Override
    public JsonNode answer(JsonInput input) {
        return switch (input.text("kind")) {
            case "mrr" -> mrr(input.only("kind", "events", "month", "sameMonth"));
            case "margin" -> margin(input.only("kind", "revenue", "cost"));
            case "forecast" -> forecast(input.only("kind", "days", "horizon"));
            case "drop" -> drop(input.only("kind", "history", "now", "timeZone"));
            default -> throw input.field("kind").invalid("must be one of drop, forecast, margin, mrr");
        };
    }

    private static JsonNode mrr(JsonInput input) {
        var tenants = new CaseTenants();
        var events = input.field("events").items().stream()
                .map(event -> event(event, tenants))
                .toList();
        var month = input.field("month").parse(YearMonth::parse);
        var policy = input.optional("sameMonth", SameMonth.EACH_CHANGE, value -> value.choice(SAME_MONTH));
        var moves = MrrMovements.of(events, month, policy);
        return Json.object()
                .put("new", Json.text(moves.added()))
                .put("expansion", Json.text(moves.expansion()))
                .put("contraction", Json.text(moves.contraction()))
                .put("churn", Json.text(moves.churn()))
                .put("reactivation", Json.text(moves.reactivated()))
                .put("start", Json.text(moves.start()))
                .put("end", Json.text(moves.end()))
                .put(
                        "grossChurnPercent",
                        moves.grossChurnPercent().map(Json::rounded).orElse(null))
                .put(
                        "netChurnPercent",
                        moves.netChurnPercent().map(Json::rounded).orElse(null));
    }

    private static MrrEvent event(JsonInput event, CaseTenants tenants) {
        event.only("date", "tenant", "mrr");
        var date = event.field("date").date(ZoneOffset.UTC);
        var mrr = event.decimal("mrr");
        var tenant = tenants.idOf(event.text("tenant"));
        return event.field("mrr").checked(() -> new MrrEvent(date, tenant, mrr));
    }

    private static JsonNode margin(JsonInput input) {
        var margin = new Margin(input.decimal("revenue"), input.decimal("cost"));
        return Json.object()
                .put("margin", Json.text(margin.amount()))
                .put("percent", margin.percent().map(Json::rounded).orElse(null));
    }

    private static JsonNode forecast(JsonInput input) {
        var days = input.field("days").items().stream().map(JsonInput::decimal).toList();
        var horizon = input.field("horizon").integer();
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw input.field("horizon").invalid("must be from 1 to " + LONGEST_HORIZON + ": " + horizon);
        }
        var decimals = days.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var answer = Json.object();
        var points = answer.putArray("points");
        switch (DailyForecaster.forecast(days, horizon, Math.max(decimals, LEAST_DECIMALS))) {
            case Forecast.None(var reason) -> answer.put("reason", reason);
            case Forecast.Points(var list) ->
                list.forEach(point -> points.addObject()
                        .put("value", point.value().toPlainString())
                        .put("low", point.low().toPlainString())
                        .put("high", point.high().toPlainString()));
        }
        return answer;
    }

    private static JsonNode drop(JsonInput input) {
        var zone = input.optional("timeZone", ZoneOffset.UTC, value -> value.parse(ZoneId::of));
        var history = input.field("history").items().stream()
                .map(point -> point(point, zone))
                .toList();
        var drop = new DropDetector(zone).compare(history, point(input.field("now"), zone));
        return Json.object()
                .put("baseline", drop.baseline().map(Json::text).orElse(null))
                .put("ratio", drop.ratio().map(Json::rounded).orElse(null))
                .put("drop", drop.drop());
    }

    private static HourlyValue point(JsonInput point, ZoneId zone) {
        point.only("start", "value");
        return new HourlyValue(instant(point.field("start"), zone), point.decimal("value"));
    }

    private static Instant instant(JsonInput value, ZoneId zone) {
        return value.parse(text -> text.length() > LONGEST_DATE
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(zone).toInstant());
    }
}

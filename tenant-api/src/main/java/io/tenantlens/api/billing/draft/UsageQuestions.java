package io.tenantlens.api.billing.draft;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.internal.MeteredQuantity;
import io.tenantlens.api.billing.internal.RateCardJson;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Collects what many tenants used of many charges in many months, and asks for all of it in one query. */
final class UsageQuestions {

    private final List<Question> questions = new ArrayList<>();
    private final Map<TenantId, Map<BillingPeriod, Map<ChargeId, BigDecimal>>> answers = new HashMap<>();

    private record Question(TenantId tenant, MeteredCharge charge, BillingPeriod period) {

        String meter() {
            return Objects.requireNonNull(charge.meter(), "a question is about a meter")
                    .value();
        }
    }

    /** Asks for all metered charges of a card in a month. */
    void add(TenantId tenant, Card card, BillingPeriod period) {
        card.plan().charges().stream()
                .filter(charge -> charge.meter() != null)
                .forEach(charge -> add(tenant, charge, period));
    }

    void add(TenantId tenant, MeteredCharge charge, BillingPeriod period) {
        questions.add(new Question(tenant, charge, period));
    }

    void ask(Handle handle) {
        if (questions.isEmpty()) {
            return;
        }
        handle.createQuery("""
            WITH asked AS MATERIALIZED (
                SELECT place, tenant_id, meter, dimensions::jsonb AS dimensions, measure, from_day, to_day
                FROM unnest(:tenants, :meters, :wheres, :measures, :from, :to) WITH ORDINALITY
                    AS q (tenant_id, meter, dimensions, measure, from_day, to_day, place))
            SELECT q.place, CASE q.measure WHEN 'PEAK' THEN max(u.quantity) ELSE sum(u.quantity) END AS quantity
            FROM asked q
            JOIN usage_day u ON u.tenant_id = q.tenant_id AND u.meter = q.meter
                AND u.day >= q.from_day AND u.day < q.to_day
                AND (q.dimensions = '{}' OR u.dimensions @> q.dimensions)
            GROUP BY q.place, q.measure\
            """)
                .bind("tenants", strings(question -> question.tenant().value()))
                .bind("meters", strings(Question::meter))
                .bind(
                        "wheres",
                        strings(question -> RateCardJson.of(question.charge().where())))
                .bind(
                        "measures",
                        strings(question -> question.charge().measure().name()))
                .bind("from", days(question -> question.period().dates().start()))
                .bind("to", days(question -> question.period().dates().end()))
                .map((row, _) -> answer((int) row.getLong("place") - 1, row.getBigDecimal("quantity")))
                .list();
    }

    /** What a tenant used of each charge; a charge that was not used is left out. */
    Map<ChargeId, BigDecimal> of(TenantId tenant, BillingPeriod period) {
        return answers.getOrDefault(tenant, Map.of()).getOrDefault(period, Map.of());
    }

    private boolean answer(int place, BigDecimal total) {
        var question = questions.get(place);
        var quantity = MeteredQuantity.of(question.charge().measure(), total, question.period());
        answers.computeIfAbsent(question.tenant(), _ -> new HashMap<>())
                .computeIfAbsent(question.period(), _ -> new HashMap<>())
                .put(question.charge().charge().id(), quantity);
        return true;
    }

    private String[] strings(Function<Question, String> field) {
        return questions.stream().map(field).toArray(String[]::new);
    }

    private LocalDate[] days(Function<Question, LocalDate> field) {
        return questions.stream().map(field).toArray(LocalDate[]::new);
    }
}

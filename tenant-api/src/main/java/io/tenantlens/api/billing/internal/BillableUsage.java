package io.tenantlens.api.billing.internal;

import static java.util.stream.Collectors.toMap;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.Plan;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The days of a period, and of the week before it, as far as a plan charges for them. */
public record BillableUsage(
        BillingPeriod period,
        Map<ChargeId, Map<LocalDate, BigDecimal>> days,
        @Nullable Instant asOf) {

    private static final int WEEK = 7;

    /** One query for all charges: a charge is a meter with the dimensions that count. */
    public static BillableUsage read(Handle handle, TenantId tenant, Plan plan, BillingPeriod period) {
        var metered =
                plan.charges().stream().filter(charge -> charge.meter() != null).toList();
        var days = new HashMap<ChargeId, Map<LocalDate, BigDecimal>>();
        handle.createQuery("""
                        SELECT c.charge, u.day, CASE c.measure WHEN 'PEAK' THEN max(u.quantity) ELSE sum(u.quantity) END AS quantity
                        FROM unnest(:charges, :meters, :wheres, :measures) AS c (charge, meter, dimensions, measure)
                        JOIN usage_day u ON u.tenant_id = :tenant AND u.meter = c.meter
                            AND u.day >= :from AND u.day < :to AND u.dimensions @> c.dimensions::jsonb
                        GROUP BY c.charge, c.measure, u.day""")
                .bind("tenant", tenant.value())
                .bind("charges", array(metered, charge -> charge.charge().id().value()))
                .bind("meters", array(metered, charge -> meter(charge).value()))
                .bind("wheres", array(metered, charge -> RateCardReader.json(charge.where())))
                .bind("measures", array(metered, charge -> charge.measure().name()))
                .bind("from", period.dates().start().minusDays(WEEK))
                .bind("to", period.dates().end())
                .map((row, _) -> {
                    days.computeIfAbsent(new ChargeId(row.getString("charge")), _ -> new HashMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getBigDecimal("quantity"));
                    return row.getString("charge");
                })
                .list();
        return new BillableUsage(period, days, asOf(handle));
    }

    /** What was used in the period up to now. */
    public Map<ChargeId, Consumption> soFar(Plan plan) {
        return consumption(plan, charge -> quantity(charge, inPeriod(charge)));
    }

    /** What will have been used if each remaining day is like the mean of the last seven whole days; empty without them. */
    public Optional<Map<ChargeId, Consumption>> atEndOfPeriod(Plan plan, ZonedDateTime now) {
        var today = now.toLocalDate();
        var week = today.minusDays(WEEK);
        if (days.values().stream().noneMatch(of -> of.keySet().stream().anyMatch(day -> isIn(day, week, today)))) {
            return Optional.empty();
        }
        var remaining = BigDecimal.valueOf(
                        Duration.between(now.toInstant(), period.period().end()).toHours())
                .divide(BigDecimal.valueOf(24), MathContext.DECIMAL64);
        return Optional.of(consumption(plan, charge -> {
            var soFar = new ArrayList<>(inPeriod(charge));
            if (charge.measure() != MeteredCharge.Measure.PEAK) {
                soFar.add(weeklyMean(charge, week, today).multiply(remaining));
            }
            return quantity(charge, soFar);
        }));
    }

    private BigDecimal weeklyMean(MeteredCharge charge, LocalDate from, LocalDate to) {
        return daysOf(charge).entrySet().stream()
                .filter(day -> isIn(day.getKey(), from, to))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(WEEK), MathContext.DECIMAL64);
    }

    private Map<ChargeId, Consumption> consumption(Plan plan, Function<MeteredCharge, BigDecimal> quantity) {
        return plan.charges().stream()
                .filter(charge -> charge.meter() != null)
                .collect(toMap(
                        charge -> charge.charge().id(), charge -> new Consumption.Quantity(quantity.apply(charge))));
    }

    private BigDecimal quantity(MeteredCharge charge, List<BigDecimal> quantities) {
        var total = charge.measure() == MeteredCharge.Measure.PEAK
                ? quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::max)
                : quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return MeteredQuantity.of(charge.measure(), total, period);
    }

    private List<BigDecimal> inPeriod(MeteredCharge charge) {
        return daysOf(charge).entrySet().stream()
                .filter(day -> period.dates().contains(day.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Map<LocalDate, BigDecimal> daysOf(MeteredCharge charge) {
        return days.getOrDefault(charge.charge().id(), Map.of());
    }

    private static boolean isIn(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    private static MeterKey meter(MeteredCharge charge) {
        if (charge.meter() == null) {
            throw new IllegalArgumentException(
                    "charge has no meter: " + charge.charge().id());
        }
        return charge.meter();
    }

    private static String[] array(List<MeteredCharge> charges, Function<MeteredCharge, String> field) {
        return charges.stream().map(field).toArray(String[]::new);
    }

    /** The oldest shard counts: nothing younger is certain to be in the days. */
    private static @Nullable Instant asOf(Handle handle) {
        return handle.createQuery("SELECT min(folded_at) FROM fold_progress")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}

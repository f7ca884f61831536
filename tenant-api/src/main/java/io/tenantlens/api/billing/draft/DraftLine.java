package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.invoice.RatedLine;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill and what it is about.
 *
 * @param serviceMonth the month that it is for: of a correction that of the usage
 * @param card null for a credit
 * @param active the days of a fixed fee that was cut; null for a whole month
 * @param metered the quantity of the whole month in the meter's unit; null where nothing is metered
 */
public record DraftLine(
        String title,
        String unit,
        @Nullable MeterKey meter,
        YearMonth serviceMonth,
        @Nullable CardRef card,
        @Nullable DateRange active,
        @Nullable BigDecimal metered,
        RatedLine rated) {}

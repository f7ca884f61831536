package io.tenantlens.portal.chart;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a chart writes its numbers: short on the axis, in full in tooltip and table, where null reads as no data. */
public record NumberLabels(Function<BigDecimal, String> onAxis, Function<@Nullable BigDecimal, String> inFull) {}

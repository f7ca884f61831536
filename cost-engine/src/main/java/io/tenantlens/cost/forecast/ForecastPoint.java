package io.tenantlens.cost.forecast;

import java.math.BigDecimal;

/** An expected value and the band in which nine of ten days should fall. */
public record ForecastPoint(BigDecimal value, BigDecimal low, BigDecimal high) {}

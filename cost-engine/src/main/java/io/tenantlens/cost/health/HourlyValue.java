package io.tenantlens.cost.health;

import java.math.BigDecimal;
import java.time.Instant;

/** The value of the hour or day that starts at an instant. */
public record HourlyValue(Instant start, BigDecimal value) {}

package io.tenantlens.cost.meter;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How the samples of a period become one quantity. */
public enum Aggregation {
    SUM,
    COUNT,
    MAX,
    /** The number of different keys. */
    UNIQUE,
    /** The value of the last sample; nothing measured keeps what was carried over. */
    LATEST,
    /** Samples are changes of a level; the result is its mean over the period. */
    WEIGHTED_SUM;

    private static final int DECIMALS = 20;

    /**
     * The quantity of a period; samples outside it do not count.
     *
     * @param samples in any order
     * @param carriedOver the level at the start, for {@link #LATEST}, {@link #MAX} and {@link #WEIGHTED_SUM}
     */
    public BigDecimal of(List<Sample> samples, Period period, BigDecimal carriedOver) {
        var within = samples.stream()
                .filter(sample -> period.contains(sample.at()))
                .sorted(Comparator.comparing(Sample::at))
                .toList();
        return switch (this) {
            case SUM -> within.stream().map(Sample::value).reduce(ZERO, BigDecimal::add);
            case COUNT -> BigDecimal.valueOf(within.size());
            case MAX -> within.stream().map(Sample::value).reduce(carriedOver, BigDecimal::max);
            case UNIQUE ->
                BigDecimal.valueOf(within.stream().map(Sample::key).distinct().count());
            case LATEST -> within.isEmpty() ? carriedOver : within.getLast().value();
            case WEIGHTED_SUM -> mean(within, period, carriedOver);
        };
    }

    /** Each addition counts for the share of the period that was left when it came. */
    private static BigDecimal mean(List<Sample> samples, Period period, BigDecimal carriedOver) {
        var length = nanos(period.start(), period.end());
        var weighted = carriedOver.multiply(length);
        for (var sample : samples) {
            weighted = weighted.add(sample.value().multiply(nanos(sample.at(), period.end())));
        }
        return weighted.divide(length, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal nanos(Instant from, Instant to) {
        var duration = Duration.between(from, to);
        return BigDecimal.valueOf(duration.toSeconds(), -9).add(BigDecimal.valueOf(duration.toNanosPart()));
    }
}

package io.tenantlens.portal.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One named row of numbers. A null is a point where nothing was measured: it is drawn as a gap, not as zero. */
public record Series(String name, Role role, List<@Nullable BigDecimal> values) {

    /** What a series is to the reader, which decides how it is drawn. */
    public enum Role {
        /** What the chart is about. */
        MAIN,
        /** The same for an earlier period: a dashed line behind. */
        COMPARISON,
        /** What is left after the largest groups: grey. */
        REST
    }

    public Series {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Series main(String name, List<@Nullable BigDecimal> values) {
        return new Series(name, Role.MAIN, values);
    }

    public static Series comparison(String name, List<@Nullable BigDecimal> values) {
        return new Series(name, Role.COMPARISON, values);
    }

    @Nullable
    BigDecimal at(int index) {
        return index < values.size() ? values.get(index) : null;
    }

    boolean isComparison() {
        return role == Role.COMPARISON;
    }
}

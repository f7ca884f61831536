package io.tenantlens.portal.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A vertical axis whose ticks are round numbers: 1, 2, 2.5 or 5 times a power of ten apart. */
record Scale(double low, double high, double step) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** Covers the values with about that many ticks. Equal or no values still give an axis. */
    static Scale covering(double lowest, double highest, int ticks) {
        double span = highest > lowest ? highest - lowest : Math.max(Math.abs(highest), 1);
        double step = roundUp(span / Math.max(ticks - 1, 1));
        double low = Math.floor(lowest / step) * step;
        double high = Math.ceil(highest / step) * step;
        return new Scale(low, high > low ? high : low + step, step);
    }

    private static double roundUp(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : ROUND) {
            if (raw <= factor * power * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    List<BigDecimal> ticks() {
        var ticks = new ArrayList<BigDecimal>();
        int count = (int) Math.round((high - low) / step);
        var exactStep = new BigDecimal(Double.toString(step));
        var first = new BigDecimal(Double.toString(low))
                .divideToIntegralValue(exactStep)
                .multiply(exactStep);
        for (int i = 0; i <= count; i++) {
            ticks.add(first.add(exactStep.multiply(BigDecimal.valueOf(i))));
        }
        return ticks;
    }

    /** 0 at the bottom of the axis, 1 at its top. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}

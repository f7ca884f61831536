package io.tenantlens.api.ingest.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.resource.v1.Resource;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.ingest.Intake;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.otlp.PrometheusNames.Ending;
import io.tenantlens.api.series.SeriesKind;
import java.util.List;
import java.util.function.Supplier;

/** Hands the data points of an export request over, one sample each. */
final class MetricReader {

    private static final double STALE = Double.longBitsToDouble(0x7ff0_0000_0000_0002L);
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** What all kinds of data points say about themselves. */
    private record Point(List<KeyValue> attributes, long timeUnixNano, long startTimeUnixNano, int flags) {

        long timestamp() {
            return Long.divideUnsigned(timeUnixNano, NANOS_PER_MILLI);
        }

        long start() {
            return Long.divideUnsigned(startTimeUnixNano, NANOS_PER_MILLI);
        }

        boolean recordsNothing() {
            return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) != 0;
        }
    }

    private final SeriesName name;
    private final Intake intake;

    private MetricReader(Resource resource, Intake intake) {
        this.name = new SeriesName(resource);
        this.intake = intake;
    }

    static void read(ExportMetricsServiceRequest request, Intake intake) {
        for (var ofResource : request.getResourceMetricsList()) {
            var reader = new MetricReader(ofResource.getResource(), intake);
            for (var ofScope : ofResource.getScopeMetricsList()) {
                ofScope.getMetricsList().forEach(reader::readMetric);
            }
        }
    }

    private void readMetric(Metric metric) {
        switch (metric.getDataCase()) {
            case GAUGE -> {
                var named = named(metric, Ending.RATIO_IF_DIMENSIONLESS);
                metric.getGauge().getDataPointsList().forEach(point -> readNumber(named, SeriesKind.GAUGE, point));
            }
            case SUM -> readSum(metric);
            case HISTOGRAM -> readHistogram(metric);
            case EXPONENTIAL_HISTOGRAM -> readExponential(metric);
            case SUMMARY ->
                refuse(metric, metric.getSummary().getDataPointsCount(), "a summary: its quantiles do not add up");
            case DATA_NOT_SET -> {}
        }
    }

    private void readSum(Metric metric) {
        var sum = metric.getSum();
        boolean delta = isDelta(sum.getAggregationTemporality());
        if (delta && !sum.getIsMonotonic()) {
            refuse(metric, sum.getDataPointsCount(), "changes of a sum that may fall: send it as cumulative");
            return;
        }
        var named = named(metric, sum.getIsMonotonic() ? Ending.TOTAL : Ending.NONE);
        var growing = delta ? SeriesKind.DELTA : SeriesKind.COUNTER;
        var kind = sum.getIsMonotonic() ? growing : SeriesKind.GAUGE;
        sum.getDataPointsList().forEach(point -> readNumber(named, kind, point));
    }

    private void readNumber(String metric, SeriesKind kind, NumberDataPoint number) {
        var point = new Point(
                number.getAttributesList(), number.getTimeUnixNano(), number.getStartTimeUnixNano(), number.getFlags());
        if (!point.recordsNothing() && number.getValueCase() == NumberDataPoint.ValueCase.VALUE_NOT_SET) {
            intake.refuse(RejectionReason.INVALID_SAMPLE, "no value in " + metric);
            return;
        }
        if (point.recordsNothing() && kind == SeriesKind.DELTA) {
            return; // no increase is nothing to add
        }
        name.announce(intake, metric, point.attributes, kind);
        intake.sample(point.timestamp(), point.recordsNothing() ? STALE : value(number), startOf(kind, point));
    }

    private static long startOf(SeriesKind kind, Point point) {
        return kind == SeriesKind.GAUGE ? 0 : point.start();
    }

    private static double value(NumberDataPoint number) {
        return number.getValueCase() == NumberDataPoint.ValueCase.AS_INT ? number.getAsInt() : number.getAsDouble();
    }

    private void readHistogram(Metric metric) {
        var named = named(metric, Ending.NONE);
        var kind = histogramKind(metric.getHistogram().getAggregationTemporality());
        for (var each : metric.getHistogram().getDataPointsList()) {
            var point = new Point(
                    each.getAttributesList(), each.getTimeUnixNano(), each.getStartTimeUnixNano(), each.getFlags());
            readDistribution(named, kind, point, () -> Distributions.explicit(each));
        }
    }

    private void readExponential(Metric metric) {
        var named = named(metric, Ending.NONE);
        var kind = histogramKind(metric.getExponentialHistogram().getAggregationTemporality());
        for (var each : metric.getExponentialHistogram().getDataPointsList()) {
            var point = new Point(
                    each.getAttributesList(), each.getTimeUnixNano(), each.getStartTimeUnixNano(), each.getFlags());
            readDistribution(named, kind, point, () -> Distributions.exponential(each));
        }
    }

    private void readDistribution(String metric, SeriesKind kind, Point point, Supplier<Histogram> distribution) {
        if (point.recordsNothing()) {
            return;
        }
        Histogram histogram;
        try {
            histogram = distribution.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            intake.refuse(RejectionReason.INVALID_SAMPLE, metric + ": " + e.getMessage());
            return;
        }
        name.announce(intake, metric, point.attributes, kind);
        intake.histogram(point.timestamp(), histogram, point.start());
    }

    private void refuse(Metric metric, int points, String why) {
        for (int i = 0; i < points; i++) {
            intake.refuse(RejectionReason.UNSUPPORTED, metric.getName() + " is " + why);
        }
    }

    private static String named(Metric metric, Ending ending) {
        return PrometheusNames.metric(metric.getName(), metric.getUnit(), ending);
    }

    private static SeriesKind histogramKind(AggregationTemporality temporality) {
        return isDelta(temporality) ? SeriesKind.DELTA_HISTOGRAM : SeriesKind.HISTOGRAM;
    }

    private static boolean isDelta(AggregationTemporality temporality) {
        return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
    }
}

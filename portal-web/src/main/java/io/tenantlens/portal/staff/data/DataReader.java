package io.tenantlens.portal.staff.data;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tenantlens.api.fold.RetentionConfig;
import io.tenantlens.api.insight.platform.DataQueries;
import io.tenantlens.api.insight.platform.DataQueries.MetricSeries;
import io.tenantlens.api.insight.platform.DataQueries.Shard;
import io.tenantlens.api.insight.platform.DataQueries.Table;
import io.tenantlens.api.insight.platform.PlatformQueries;
import io.tenantlens.api.insight.platform.PlatformQueries.Target;
import io.tenantlens.cost.time.Period;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.data.DataPage.Count;
import io.tenantlens.portal.staff.data.DataPage.MetricRow;
import io.tenantlens.portal.staff.data.DataPage.ShardRow;
import io.tenantlens.portal.staff.data.DataPage.Source;
import io.tenantlens.portal.staff.data.DataPage.TableRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the page about data. */
@Singleton
class DataReader {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LAG_EXPECTED = Duration.ofSeconds(30);
    private static final BigDecimal MOSTLY = new BigDecimal("0.99");

    private final DataQueries data;
    private final PlatformQueries platform;
    private final RetentionConfig retention;
    private final MeterRegistry metrics;

    @Inject
    DataReader(DataQueries data, PlatformQueries platform, RetentionConfig retention, MeterRegistry metrics) {
        this.data = data;
        this.platform = platform;
        this.retention = retention;
        this.metrics = metrics;
    }

    DataPage read(StaffVisit visit) {
        var look = visit.look();
        var series = data.series(visit.scope());
        var shards = data.shards(visit.scope());
        var tables = data.tables(visit.scope());
        var lastDay = new Period(look.now().minus(DAY).truncatedTo(ChronoUnit.HOURS), look.now());
        return new DataPage(
                visit.frame(),
                figures(series, shards, tables, look),
                refused(look),
                platform.targets(visit.scope(), lastDay).stream()
                        .map(target -> source(target, look))
                        .toList(),
                shards.stream().map(shard -> row(shard, look)).toList(),
                series.stream().map(metric -> row(metric, look)).toList(),
                tables.stream().map(table -> row(table, look)).toList(),
                List.of(
                        new Count(
                                "Samples as they came",
                                look.number(retention.samples().toDays()) + " days"),
                        new Count(
                                "Usage and distributions by hour",
                                look.number(retention.hours().toDays()) + " days"),
                        new Count("Days, invoices and the audit trail", "for ever")));
    }

    private List<Figure> figures(List<MetricSeries> series, List<Shard> shards, List<Table> tables, Look look) {
        var bytes = tables.stream().mapToLong(Table::bytes).sum();
        return List.of(
                new Figure(
                        "Series",
                        look.number(
                                series.stream().mapToLong(MetricSeries::series).sum()),
                        "of "
                                + look.number(series.stream()
                                        .map(MetricSeries::metric)
                                        .distinct()
                                        .count()) + " metrics"),
                lag(shards, look),
                new Figure(
                        "Taken in",
                        look.number(counted("tenantlens.ingest.samples")),
                        "samples since this instance started"),
                new Figure("Kept", look.quantity(BigDecimal.valueOf(bytes), "bytes"), "tables with their indexes"));
    }

    /** The oldest shard counts: nothing younger is certain to be in the figures of every tenant. */
    private static Figure lag(List<Shard> shards, Look look) {
        var oldest = shards.stream()
                .map(Shard::foldedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (oldest == null) {
            return new Figure("Lag", Look.NO_DATA, "nothing was folded yet");
        }
        var lag = Duration.between(oldest, look.now());
        return new Figure(
                "Lag", seconds(lag, look), "from receipt to page", lag.compareTo(LAG_EXPECTED) < 0 ? "good" : "bad");
    }

    private List<Count> refused(Look look) {
        return metrics.find("tenantlens.ingest.rejected").counters().stream()
                .filter(counter -> counter.count() > 0)
                .sorted(Comparator.comparingDouble((Counter counter) -> -counter.count()))
                .map(counter -> new Count(
                        Objects.requireNonNullElse(counter.getId().getTag("reason"), "other"),
                        look.number((long) counter.count())))
                .toList();
    }

    private long counted(String name) {
        return (long) metrics.find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Source source(Target target, Look look) {
        var share =
                target.observed().signum() == 0 ? null : target.up().divide(target.observed(), MathContext.DECIMAL64);
        var silent = target.lastSeenAt().plus(Duration.ofHours(2)).isBefore(look.now());
        var good = share != null && share.compareTo(MOSTLY) >= 0;
        return new Source(
                target.job(),
                target.instance(),
                silent ? "bad" : good ? "good" : "warn",
                silent ? "silent" : good ? "up" : "was down",
                look.percent(share, 2),
                seen(target.lastSeenAt(), look));
    }

    private static String seen(Instant hour, Look look) {
        return hour.plus(Duration.ofHours(1)).isAfter(look.now())
                ? "this hour"
                : look.ago(hour.plus(Duration.ofHours(1)));
    }

    private static ShardRow row(Shard shard, Look look) {
        var lag = shard.foldedAt() == null ? null : Duration.between(shard.foldedAt(), look.now());
        return new ShardRow(
                look.number(shard.number()),
                look.number(shard.position()),
                lag == null ? "nothing folded yet" : seconds(lag, look),
                lag == null ? "" : lag.compareTo(LAG_EXPECTED) < 0 ? "good" : "bad");
    }

    private static String seconds(Duration lag, Look look) {
        var seconds = BigDecimal.valueOf(Math.max(0, lag.toMillis()), 3).setScale(1, RoundingMode.HALF_UP);
        return look.quantity(seconds, "seconds");
    }

    private static MetricRow row(MetricSeries metric, Look look) {
        return new MetricRow(
                metric.metric(),
                metric.kind().replace('_', ' '),
                look.number(metric.series()),
                look.number(metric.tenants()),
                look.ago(metric.newestAt()));
    }

    private static TableRow row(Table table, Look look) {
        return new TableRow(
                table.name(),
                look.quantity(BigDecimal.valueOf(table.bytes()), "bytes"),
                look.number(table.rows()),
                table.partitions() == 0 ? "" : look.number(table.partitions()),
                span(table.oldest(), table.newest()));
    }

    private static String span(@Nullable String oldest, @Nullable String newest) {
        return oldest == null || newest == null ? "" : month(oldest) + " to " + month(newest);
    }

    /** 202610 as 2026-10. */
    private static String month(String name) {
        return name.substring(0, 4) + "-" + name.substring(4);
    }
}

package io.tenantlens.portal.staff.data;

import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;

/** What comes in, how far it is counted, and what is kept for how long. */
public record DataPage(
        PageFrame frame,
        List<Figure> figures,
        List<Count> refused,
        List<Source> sources,
        List<ShardRow> shards,
        List<MetricRow> metrics,
        List<TableRow> tables,
        List<Count> retention) {

    /** A name with a number or a span. */
    public record Count(String name, String count) {}

    /** Something that is scraped. */
    public record Source(String job, String instance, String mood, String state, String up, String lastSeen) {}

    /** A shard of the fold. */
    public record ShardRow(String shard, String position, String lag, String mood) {}

    /** A metric with its series. */
    public record MetricRow(String metric, String kind, String series, String tenants, String newest) {}

    /** A table with what it takes up. */
    public record TableRow(String name, String bytes, String rows, String partitions, String span) {}
}

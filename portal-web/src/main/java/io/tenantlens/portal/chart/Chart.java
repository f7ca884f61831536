package io.tenantlens.portal.chart;

import io.quarkus.qute.RawString;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A chart and everything that has to be said about it in words, each number written once. */
public final class Chart {

    /** How the numbers are drawn. */
    public enum Form {
        /** Lines from a baseline of zero, the main one filled. */
        AREA,
        /** Lines whose axis starts near the lowest value: for ratios and latencies. */
        LINE,
        /** Columns on top of each other, one per series. */
        STACKED
    }

    /** A row of the table that says the same as the drawing. */
    public record Row(Point point, List<String> values) {}

    /** An entry of the legend: the name and the class of its colour. */
    public record LegendEntry(String name, String colour) {}

    private final String id;
    private final String title;
    private final Form form;
    private final List<Point> points;
    private final List<Series> series;
    private final NumberLabels labels;
    private final List<Row> rows;
    private final String description;

    /**
     * @param id unique on its page
     */
    public Chart(String id, String title, Form form, List<Point> points, List<Series> series, NumberLabels labels) {
        this.id = id;
        this.title = title;
        this.form = form;
        this.points = List.copyOf(points);
        this.series = List.copyOf(series);
        this.labels = labels;
        this.rows = IntStream.range(0, points.size()).mapToObj(this::row).toList();
        this.description = describe();
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    Form form() {
        return form;
    }

    List<Point> points() {
        return points;
    }

    public List<Series> series() {
        return series;
    }

    NumberLabels labels() {
        return labels;
    }

    /** The same numbers as a table. */
    public List<Row> rows() {
        return rows;
    }

    /** The drawing in one or two sentences, for those who can't see it. */
    public String description() {
        return description;
    }

    /** No point of the main series was measured. */
    public boolean isEmpty() {
        return series.stream()
                .filter(one -> !one.isComparison())
                .flatMap(one -> one.values().stream())
                .allMatch(Objects::isNull);
    }

    public RawString wide() {
        return new RawString(new ChartDrawing(this, Frame.WIDE).svg());
    }

    /** The same for phones: shrinking the wide one would shrink its text, too. */
    public RawString narrow() {
        return new RawString(new ChartDrawing(this, Frame.NARROW).svg());
    }

    public List<LegendEntry> legend() {
        return series.size() < 2
                ? List.of()
                : IntStream.range(0, series.size())
                        .mapToObj(i -> new LegendEntry(series.get(i).name(), colourOf(i)))
                        .toList();
    }

    private Row row(int index) {
        return new Row(
                points.get(index),
                series.stream().map(one -> labels.inFull().apply(one.at(index))).toList());
    }

    private String describe() {
        if (isEmpty()) {
            return "No data.";
        }
        var main = series.getFirst();
        var measured = IntStream.range(0, points.size())
                .filter(i -> main.at(i) != null)
                .boxed()
                .toList();
        if (measured.isEmpty()) {
            return "%d series over %d points.".formatted(series.size(), points.size());
        }
        Comparator<Integer> byValue = Comparator.comparing(i -> Objects.requireNonNull(main.at(i)));
        int high = measured.stream().max(byValue).orElseThrow();
        int low = measured.stream().min(byValue).orElseThrow();
        var gaps = points.size() - measured.size();
        return "%s from %s to %s: highest %s (%s), lowest %s (%s).%s"
                .formatted(
                        main.name(),
                        points.getFirst().name(),
                        points.getLast().name(),
                        rows.get(high).values().getFirst(),
                        points.get(high).name(),
                        rows.get(low).values().getFirst(),
                        points.get(low).name(),
                        gaps == 0 ? "" : " No data at %d of %d points.".formatted(gaps, points.size()));
    }

    /** Main series take the colours in order; the rest and the comparison have their own. */
    String colourOf(int index) {
        return switch (series.get(index).role()) {
            case MAIN -> "s" + index % 6;
            case COMPARISON -> "before";
            case REST -> "rest";
        };
    }
}

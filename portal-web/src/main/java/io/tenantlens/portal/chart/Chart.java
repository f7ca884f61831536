package io.tenantlens.portal.chart;

import io.quarkus.qute.RawString;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A chart and everything that has to be said about it in words.
 *
 * @param id unique on its page
 */
public record Chart(String id, String title, Form form, List<Point> points, List<Series> series, NumberLabels labels) {

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

    public Chart {
        points = List.copyOf(points);
        series = List.copyOf(series);
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

    public List<Row> rows() {
        return IntStream.range(0, points.size())
                .mapToObj(i -> new Row(
                        points.get(i),
                        series.stream()
                                .map(one -> labels.inFull().apply(one.at(i)))
                                .toList()))
                .toList();
    }

    /** The drawing in one or two sentences, for those who can't see it. */
    public String description() {
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
                        labels.inFull().apply(main.at(high)),
                        points.get(high).name(),
                        labels.inFull().apply(main.at(low)),
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

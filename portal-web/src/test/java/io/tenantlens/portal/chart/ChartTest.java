package io.tenantlens.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.portal.chart.Chart.Form;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final NumberLabels LABELS =
            new NumberLabels(BigDecimal::toPlainString, value -> value == null ? "no data" : value.toPlainString());

    @Test
    void drawing_saysWhatItShowsInWords() {
        var drawing = drawn(chart(Form.AREA, Series.main("Requests", values(4, 9, 2))));

        assertThat(drawing.select("svg").attr("role")).isEqualTo("img");
        assertThat(drawing.select("svg > title").text()).isEqualTo("Requests a day");
        assertThat(drawing.select("svg > desc").text())
                .isEqualTo("Requests from day 1 to day 3: highest 9 (day 2), lowest 2 (day 3).");
    }

    @Test
    void gap_breaksTheLineAndIsNotZero() {
        var chart = chart(Form.AREA, Series.main("Requests", values(4, 5, null, 7, 8)));

        var drawing = drawn(chart);

        assertThat(drawing.select("path.line")).hasSize(2);
        assertThat(drawing.select("rect.hit title").get(2).wholeText()).isEqualTo("day 3\nRequests: no data");
        assertThat(chart.description()).endsWith("No data at 1 of 5 points.");
    }

    @Test
    void pointBetweenGaps_isADot() {
        var drawing = drawn(chart(Form.AREA, Series.main("Requests", values(null, 5, null))));

        assertThat(drawing.select("circle.dot.s0")).hasSize(1);
        assertThat(drawing.select("path.line")).isEmpty();
    }

    @Test
    void comparison_isALineBehindWithItsOwnColour() {
        var chart = chart(Form.STACKED, Series.main("Now", values(4, 5)), Series.comparison("Before", values(3, 4)));

        var drawing = drawn(chart);

        assertThat(drawing.select("path.line.before")).hasSize(1);
        assertThat(drawing.select("rect.bar.s0")).hasSize(2);
        assertThat(drawing.select("rect.bar.before")).isEmpty();
        assertThat(chart.legend()).extracting(Chart.LegendEntry::colour).containsExactly("s0", "before");
    }

    @Test
    void stackedParts_standOnEachOther() {
        var drawing = drawn(chart(Form.STACKED, Series.main("get", values(6)), Series.main("post", values(4))));

        var lower = drawing.select("rect.bar.s0").first();
        var upper = drawing.select("rect.bar.s1").first();
        double upperEnd = number(upper, "y") + number(upper, "height");
        assertThat(upperEnd).isCloseTo(number(lower, "y"), org.assertj.core.data.Offset.offset(0.11));
    }

    @Test
    void names_areEscaped() {
        var svg = chart(Form.AREA, Series.main("<script>\"&'", values(1, 2)))
                .wide()
                .toString();

        assertThat(svg).doesNotContain("<script>").contains("&lt;script&gt;&quot;&amp;&#39;");
    }

    @Test
    void drawing_obeysAStrictContentSecurityPolicy() {
        var svg = chart(Form.STACKED, Series.main("a", values(1, 2)), Series.comparison("b", values(1, 2)))
                .narrow()
                .toString();

        assertThat(svg).doesNotContain("style=").doesNotContain("<style").doesNotContain("onclick");
    }

    @Test
    void table_saysTheSameAsTheDrawing() {
        var chart = chart(Form.AREA, Series.main("Requests", values(4, null)));

        assertThat(chart.rows()).extracting(row -> row.values().getFirst()).containsExactly("4", "no data");
    }

    @Test
    void nothingMeasured_isEmpty() {
        assertThat(chart(Form.AREA, Series.main("Requests", values(null, null))).isEmpty())
                .isTrue();
        assertThat(chart(Form.AREA, Series.main("Requests", values(null, 0))).isEmpty())
                .isFalse();
    }

    @Test
    void manyPoints_keepTheirLabelsApart() {
        var drawing = drawn(chart(Form.AREA, Series.main("Requests", values(new Integer[90]))));

        assertThat(drawing.select("text.x").size()).isBetween(4, 12);
    }

    private static double number(org.jsoup.nodes.@Nullable Element element, String attribute) {
        return element == null ? Double.NaN : Double.parseDouble(element.attr(attribute));
    }

    private static List<@Nullable BigDecimal> values(@Nullable Integer... values) {
        return Arrays.stream(values)
                .<@Nullable BigDecimal>map(value -> value == null ? null : BigDecimal.valueOf(value))
                .toList();
    }

    private static Chart chart(Form form, Series... series) {
        var points = IntStream.rangeClosed(1, series[0].values().size())
                .mapToObj(day -> new Point(Integer.toString(day), "day " + day))
                .toList();
        return new Chart("requests", "Requests a day", form, points, List.of(series), LABELS);
    }

    private static Document drawn(Chart chart) {
        return Jsoup.parse(chart.wide().toString(), Parser.xmlParser());
    }
}

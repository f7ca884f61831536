package io.tenantlens.portal.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableOrderTest {

    private static final Set<String> COLUMNS = Set.of("name", "revenue");

    @ParameterizedTest
    @CsvSource({
        "name, 2, name, 2",
        "-revenue, 1, -revenue, 1",
        "secret, 0, name, 1",
        "'', -4, name, 1",
        ", 99999, name, 10000"
    })
    void order_isReadAsSentWhereItMakesSense(@Nullable String sort, String page, String read, int number) {
        var order = order(sort, page);

        assertThat(order.sort()).isEqualTo(read);
        assertThat(order.page()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "name, name, false, -name",
        "-name, name, false, name",
        "name, revenue, true, -revenue",
        "-revenue, revenue, true, revenue"
    })
    void sortedBy_turnsTheSameColumnRoundAndStartsAnotherOnTheFirstPage(
            String now, String column, boolean figure, String next) {
        assertThat(order(now, "3").sortedBy(column, figure)).isEqualTo(order(next, "1"));
    }

    @Test
    void sortedness_isThatOfTheSortedColumnAlone() {
        assertThat(order("-revenue", "1").sortedness("revenue")).isEqualTo("descending");
        assertThat(order("name", "1").sortedness("name")).isEqualTo("ascending");
        assertThat(order("name", "1").sortedness("revenue")).isEqualTo("none");
    }

    @Test
    void address_leavesOutWhatIsUsual() {
        assertThat(QueryText.address("/t", order("name", "1").with(Map.of("q", ""))))
                .isEqualTo("/t");
        assertThat(QueryText.address("/t", order("-name", "2").with(Map.of("q", "a b"))))
                .isEqualTo("/t?page=2&q=a+b&sort=-name");
    }

    private static TableOrder order(@Nullable String sort, String page) {
        return TableOrder.of(sort, page, COLUMNS, "name");
    }
}

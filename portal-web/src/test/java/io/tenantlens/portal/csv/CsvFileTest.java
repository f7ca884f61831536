package io.tenantlens.portal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void formula_becomesText() {
        assertThat(CsvFile.safe("=HYPERLINK(\"x\")")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(CsvFile.safe("@x")).startsWith("'");
        assertThat(CsvFile.safe("/orders")).isEqualTo("/orders");
    }

    @Test
    void cell_isQuotedWhereItMust() {
        var file = new CsvFile("orders.csv", "what", "how many");
        file.add(List.of("tea, \"green\"", "-3"));

        assertThat(file.download().getEntity()).isEqualTo("what,how many\r\n\"tea, \"\"green\"\"\",-3\r\n");
    }
}

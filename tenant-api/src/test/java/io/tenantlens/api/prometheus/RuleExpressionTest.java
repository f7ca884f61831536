package io.tenantlens.api.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        up{job="a"} == 0                                        | up{job="a"}               | == | 0
        (a / b > 0.10) and (b > 0.1)                            | a / b                     | >  | 0.10
        sum by (instance) (a) / on (instance) m > 0.9           | sum by (instance) (a) / on (instance) m | > | 0.9
        r > on (tenant_id) (3 * avg_over_time(r[7d] offset 1h)) and r > 1000 | r           | >  | 3 * avg_over_time(r[7d] offset 1h)
        increase(e[5m]) * on (t) group_left (tier) i{tier="x"} > 10 | increase(e[5m]) * on (t) group_left (tier) i{tier="x"} | > | 10
        100 < bool c unless d                                   | 100                       | <  | c
        a{x=~"b > c"} >= 2                                      | a{x=~"b > c"}             | >= | 2
        """)
    void comparison_isTakenApart(String expression, String measured, String comparison, String threshold) {
        assertThat(RuleExpression.of(expression)).isEqualTo(new RuleExpression(measured, comparison, threshold));
    }

    @Test
    void expressionThatComparesNothing_isItsOwnGraph() {
        assertThat(RuleExpression.of("absent(up{job=\"a\"})"))
                .isEqualTo(new RuleExpression("absent(up{job=\"a\"})", null, null));
    }

    @Test
    void labelsOfAnAlert_narrowTheQueryAndCannotLeaveTheirQuotes() {
        var labels = new TreeMap<>(Map.of("provider", "b\"kash$1\\", "tenant_id", "acorn"));

        assertThat(RuleExpression.forLabels("a / b", labels))
                .isEqualTo("(a / b) and on (provider, tenant_id) label_replace(label_replace(vector(1),"
                        + " \"provider\", \"b\\\"kash$$1\\\\\", \"\", \"\"), \"tenant_id\", \"acorn\", \"\", \"\")");
        assertThat(RuleExpression.forLabels("a / b", Map.of())).isEqualTo("a / b");
    }
}

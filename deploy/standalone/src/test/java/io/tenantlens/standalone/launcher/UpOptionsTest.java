package io.tenantlens.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {

    @Test
    void parse_withoutArguments_isTheDemoOnPort8080() {
        assertThat(UpOptions.parse(List.of())).isEqualTo(new UpOptions(8080, false, false, false, 24, 396));
    }

    @Test
    void parse_takesOptionsInAnyOrder() {
        var options = UpOptions.parse(List.of("--fresh", "--days", "30", "--port", "9000", "--tenants", "2000"));

        assertThat(options).isEqualTo(new UpOptions(9000, false, true, false, 2000, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1", "99999999999"})
    void parse_refusesAPortThatIsNone(String port) {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port", port)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(port);
    }

    @Test
    void parse_refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port")))
                .isInstanceOf(Failure.class)
                .hasMessage("--port takes a number from 1 to 65535, not nothing");
    }

    @Test
    void parse_namesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--verbose"))).hasMessageContaining("--verbose");
    }
}

package io.tenantlens.cost.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"acorn", "a", "dhaka-books", "7-eleven"})
    void slug_isATenant(String value) {
        assertThat(new TenantId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-acorn", "acorn-", "Acorn", "a|b", ".", "acorn\n", "a\"b", "ঢাকা"})
    void otherText_isRefused(String value) {
        assertThatThrownBy(() -> new TenantId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slug_hasAtMost63Characters() {
        assertThat(new TenantId("a".repeat(63)).value()).hasSize(63);
        assertThatThrownBy(() -> new TenantId("a".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }
}

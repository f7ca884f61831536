package io.tenantlens.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.problem.FieldError;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewSubscriptionTest {

    @Test
    void addresses_areSeparatedAsPeopleSeparateThem() {
        var read =
                NewSubscription.read("owner@Shop.example, books@shop.example;owner@shop.example", "weekly", "7", "bn");

        assertThat(read.errors()).isEmpty();
        assertThat(read.subscription())
                .satisfies(wanted -> assertThat(wanted.recipients()).hasSize(2))
                .satisfies(wanted -> assertThat(wanted.cadence()).isEqualTo(Cadence.WEEKLY));
    }

    @ParameterizedTest
    @CsvSource({
        "'', monthly, 6, en, /recipients",
        "nobody, monthly, 6, en, /recipients",
        "a@shop.example, daily, 6, en, /cadence",
        "a@shop.example, monthly, 24, en, /hour",
        "a@shop.example, monthly, -1, en, /hour",
        "a@shop.example, monthly, 6, fr, /language",
    })
    void brokenField_isNamed(String recipients, String cadence, String hour, String language, String pointer) {
        var read = NewSubscription.read(recipients, cadence, hour, language);

        assertThat(read.subscription()).isNull();
        assertThat(read.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @Test
    void mailingList_isRefused() {
        var many = IntStream.rangeClosed(0, NewSubscription.MOST_RECIPIENTS)
                .mapToObj(i -> "p" + i + "@shop.example")
                .collect(Collectors.joining(" "));

        assertThat(NewSubscription.read(many, "monthly", "6", "en").errors())
                .extracting(FieldError::pointer)
                .containsExactly("/recipients");
    }
}

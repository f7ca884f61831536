package io.tenantlens.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private final Words english = Words.in(Locale.ENGLISH);
    private final Words bengali = Words.in(Locale.of("bn", "BD"));

    @Test
    void bothLanguages_sayTheSameThings() {
        assertThat(bengali.keys()).isEqualTo(english.keys());
        for (var key : english.keys()) {
            assertThat(places(bengali.of(key))).as(key).isEqualTo(places(english.of(key)));
        }
    }

    @Test
    void otherLanguages_readEnglish() {
        assertThat(Words.in(Locale.FRENCH).of("kept")).isEqualTo("kept");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}

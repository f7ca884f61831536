package io.tenantlens.portal.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of reports in one language. */
public final class Words {

    private static final Map<String, Words> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final String language;
    private final Properties words = new Properties();

    private Words(String language) {
        this.language = language;
        try (var file = Words.class.getResourceAsStream("words_" + language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no words of reports in " + language);
            }
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bengali, or English for every other language. */
    public static Words in(Locale locale) {
        return BY_LANGUAGE.computeIfAbsent(locale.getLanguage().equals("bn") ? "bn" : "en", Words::new);
    }

    /** A code such as en. */
    public String language() {
        return language;
    }

    /** The words under a key, with {@code {0}}, {@code {1}} … filled in. */
    public String of(String key, Object... values) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words under " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }
}

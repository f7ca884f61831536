package io.tenantlens.portal.report;

import io.tenantlens.api.problem.Problems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language that a reader asks for. */
public final class ReportLanguage {

    private ReportLanguage() {}

    /** The usual one where none is asked for. */
    public static Locale of(@Nullable String language, Locale usual) {
        return switch (language) {
            case null -> usual;
            case "en", "bn" -> Locale.of(language, "BD");
            default -> throw Problems.invalid("/language", "Reports are written in en (English) or bn (Bengali).");
        };
    }
}

package io.tenantlens.portal.staff.ratecards.draft;

import io.tenantlens.api.billing.card.CardText;
import io.tenantlens.api.problem.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tried to make of a draft, and why it was refused.
 *
 * @param text null for the draft as it is
 * @param document the JSON as it was typed, where that was edited
 * @param wanted the day from which it was to be valid
 */
record Attempt(
        @Nullable CardText text,
        boolean asDocument,
        @Nullable String document,
        List<FieldError> problems,
        @Nullable String wanted,
        @Nullable String publishProblem) {

    Attempt {
        problems = List.copyOf(problems);
    }

    /** Nothing was tried yet. */
    static Attempt none(boolean asDocument) {
        return new Attempt(null, asDocument, null, List.of(), null, null);
    }

    static Attempt ofFields(CardText text, List<FieldError> problems) {
        return new Attempt(text, false, null, problems, null, null);
    }

    static Attempt ofDocument(String document, List<FieldError> problems) {
        return new Attempt(null, true, document, problems, null, null);
    }

    static Attempt toPublish(String wanted, String problem) {
        return new Attempt(null, false, null, List.of(), wanted, problem);
    }

    /** A problem of the field, or of what lies in it. */
    @Nullable
    String problem(String pointer) {
        return problems.stream()
                .filter(problem -> isWithin(problem.pointer(), pointer))
                .findFirst()
                .map(FieldError::detail)
                .orElse(null);
    }

    boolean hasProblemAt(String pointer) {
        return problem(pointer) != null;
    }

    /** The problems that no shown field has, each with its place. */
    List<String> unplaced(List<String> shown) {
        return problems.stream()
                .filter(problem -> shown.stream().noneMatch(name -> isWithin(problem.pointer(), name)))
                .map(problem -> problem.pointer().isEmpty()
                        ? "The card " + problem.detail()
                        : problem.pointer() + ": " + problem.detail())
                .toList();
    }

    String documentOr(String stored) {
        return document == null ? stored : document;
    }

    String wantedOr(LocalDate usual) {
        return wanted == null ? usual.toString() : wanted;
    }

    private static boolean isWithin(String pointer, String place) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }
}

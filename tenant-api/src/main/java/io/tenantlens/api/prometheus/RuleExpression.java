package io.tenantlens.api.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An alert's expression taken apart for a graph: what is compared, and with what. Of several conditions the first counts; an
 * expression that compares nothing is its own graph.
 *
 * @param threshold a number or an expression of its own; null where nothing is compared
 */
public record RuleExpression(
        String measured,
        @Nullable String comparison,
        @Nullable String threshold) {

    private static final Set<String> SET_OPERATORS = Set.of("and", "or", "unless");
    private static final Pattern MATCHING = Pattern.compile(
            "^(bool\\b)?\\s*((on|ignoring)\\s*\\([^)]*\\)\\s*((group_left|group_right)\\s*(\\([^)]*\\))?)?)?\\s*");

    public static RuleExpression of(String expression) {
        var text = unwrapped(expression);
        var firstCondition = text.substring(0, end(text)).strip();
        if (firstCondition.length() < text.length()) {
            return of(firstCondition);
        }
        var at = comparison(text);
        if (at == null) {
            return new RuleExpression(text, null, null);
        }
        var left = text.substring(0, at.start).strip();
        var inner = of(left);
        if (inner.comparison != null) {
            return inner;
        }
        var right = MATCHING.matcher(text.substring(at.end).strip()).replaceFirst("");
        return new RuleExpression(left, text.substring(at.start, at.end), unwrapped(right));
    }

    /** A query for the series of an expression whose labels are like those of an alert. */
    public static String forLabels(String expression, Map<String, String> labels) {
        if (labels.isEmpty()) {
            return expression;
        }
        var wanted = "vector(1)";
        for (var label : labels.entrySet()) {
            wanted = "label_replace(%s, \"%s\", \"%s\", \"\", \"\")"
                    .formatted(wanted, label.getKey(), escaped(label.getValue()));
        }
        return "(%s) and on (%s) %s".formatted(expression, String.join(", ", labels.keySet()), wanted);
    }

    private record Place(int start, int end) {}

    /** A dollar sign names a group in the replacement. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("$", "$$");
    }

    private static String unwrapped(String text) {
        var stripped = text.strip();
        while (stripped.startsWith("(") && closing(stripped) == stripped.length() - 1) {
            stripped = stripped.substring(1, stripped.length() - 1).strip();
        }
        return stripped;
    }

    /** The place of the bracket that closes the one at the start: the last before what is outside again. */
    private static int closing(String text) {
        var outside = outside(text);
        return outside.size() > 1 ? outside.get(1) - 1 : text.length() - 1;
    }

    /** Where the first condition ends: at the first and, or, unless outside of all brackets. */
    private static int end(String text) {
        for (var at : outside(text)) {
            for (var word : SET_OPERATORS) {
                if (text.startsWith(word, at) && isWord(text, at, at + word.length())) {
                    return at;
                }
            }
        }
        return text.length();
    }

    private static @Nullable Place comparison(String text) {
        for (var at : outside(text)) {
            for (var operator : List.of("==", "!=", ">=", "<=", ">", "<")) {
                if (text.startsWith(operator, at)) {
                    return new Place(at, at + operator.length());
                }
            }
        }
        return null;
    }

    private static boolean isWord(String text, int start, int end) {
        return (start == 0 || !isNamePart(text.charAt(start - 1)))
                && (end == text.length() || !isNamePart(text.charAt(end)));
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':';
    }

    /** The places outside of brackets and quotes. */
    private static List<Integer> outside(String text) {
        var places = new ArrayList<Integer>();
        var depth = 0;
        var quote = '\0';
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quote != '\0') {
                if (c == '\\' && quote != '`') {
                    at++;
                } else if (c == quote) {
                    quote = '\0';
                }
                continue;
            }
            if (depth == 0) {
                places.add(at);
            }
            switch (c) {
                case '"', '\'', '`' -> quote = c;
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return places;
    }
}

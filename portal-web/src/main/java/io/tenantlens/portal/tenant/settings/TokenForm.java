package io.tenantlens.portal.tenant.settings;

import io.tenantlens.api.token.ApiTokens;
import io.tenantlens.api.token.TokenScope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new token as it was filled in, with what is wrong beside each field.
 *
 * @param problems by the name of the field in the page
 */
public record TokenForm(String name, Set<String> scopes, String days, Map<String, String> problems) {

    private static final int LONGEST_NAME = 100;

    /** As it is shown first. */
    static final TokenForm EMPTY = new TokenForm("", Set.of(TokenScope.READ.key()), "90", Map.of());

    static TokenForm of(@Nullable String name, @Nullable List<String> scopes, @Nullable String days) {
        var form = new TokenForm(
                name == null ? "" : name.strip(),
                scopes == null ? Set.of() : Set.copyOf(scopes),
                days == null ? "" : days.strip(),
                Map.of());
        return new TokenForm(form.name, form.scopes, form.days, form.check());
    }

    boolean isValid() {
        return problems.isEmpty();
    }

    Set<TokenScope> chosenScopes() {
        return Arrays.stream(TokenScope.values())
                .filter(scope -> scopes.contains(scope.key()))
                .collect(Collectors.toSet());
    }

    Duration life() {
        return Duration.ofDays(wholeDays().orElseThrow());
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    private Map<String, String> check() {
        var found = new TreeMap<String, String>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            found.put("name", "Enter a name of 1 to " + LONGEST_NAME + " characters, for example: till in Gulshan.");
        }
        if (scopes.isEmpty() || chosenScopes().size() != scopes.size()) {
            found.put("scope", "Choose what the token may do.");
        }
        if (wholeDays().isEmpty()) {
            found.put("days", "Enter 1 to " + ApiTokens.LONGEST_LIFE.toDays() + " days.");
        }
        return found;
    }

    private Optional<Integer> wholeDays() {
        return Optional.of(days)
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= ApiTokens.LONGEST_LIFE.toDays());
    }
}

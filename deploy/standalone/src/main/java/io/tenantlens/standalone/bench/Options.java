package io.tenantlens.standalone.bench;

import io.tenantlens.standalone.launcher.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options of a benchmark: pairs of a name and a value. */
record Options(List<String> words) {

    private static final Set<String> KNOWN =
            Set.of("--seconds", "--series", "--clients", "--peer", "--tenant", "--tenants", "--user", "--quantities");

    Options {
        words = List.copyOf(words);
        for (var i = 0; i < words.size(); i += 2) {
            if (!KNOWN.contains(words.get(i)) || i + 1 == words.size()) {
                throw new Failure("bench does not understand " + words.get(i) + "; it knows "
                        + String.join(" ", KNOWN.stream().sorted().toList()) + ", each with a value");
            }
        }
    }

    Optional<String> text(String name) {
        var at = words.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    int number(String name, int otherwise) {
        try {
            return text(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new Failure(name + " takes a whole number", e);
        }
    }
}

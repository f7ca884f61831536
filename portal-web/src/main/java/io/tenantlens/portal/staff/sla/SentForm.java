package io.tenantlens.portal.staff.sla;

import io.tenantlens.api.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in, with what is wrong beside each field.
 *
 * @param values by the name of the field
 * @param problems by the name of the field
 */
public record SentForm(Map<String, String> values, Map<String, String> problems) {

    public SentForm {
        values = Map.copyOf(values);
        problems = Map.copyOf(problems);
    }

    public SentForm(Map<String, String> values) {
        this(values, Map.of());
    }

    /** With errors that point at fields; of two at one field the first is shown. */
    public SentForm with(List<FieldError> errors) {
        var found = new TreeMap<String, String>();
        errors.forEach(error ->
                found.putIfAbsent(error.pointer().substring(error.pointer().lastIndexOf('/') + 1), error.detail()));
        return new SentForm(values, found);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field, String value) {
        return value(field).equals(value);
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }
}

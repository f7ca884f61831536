package io.tenantlens.api.billing.card;

import io.tenantlens.api.problem.FieldError;
import java.util.List;

/** A card can't be used as it is; each problem names the field that is to be corrected. Nothing was stored. */
public final class InvalidCardException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> problems;

    public InvalidCardException(List<FieldError> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public InvalidCardException(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }

    public List<FieldError> problems() {
        return problems;
    }
}

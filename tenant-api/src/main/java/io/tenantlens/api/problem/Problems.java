package io.tenantlens.api.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** Makes the problems that the API throws. */
public final class Problems {

    static final String ERRORS = "errors";

    private Problems() {}

    /** A request with invalid fields, of which nothing was done. */
    public static HttpProblem invalid(List<FieldError> errors) {
        return HttpProblem.builder()
                .withTitle(Status.BAD_REQUEST.getReasonPhrase())
                .withStatus(Status.BAD_REQUEST)
                .withDetail(errors.size() == 1 ? errors.getFirst().detail() : errors.size() + " fields are invalid.")
                .with(ERRORS, List.copyOf(errors))
                .build();
    }

    /** The same for one field. */
    public static HttpProblem invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }
}

package io.tenantlens.api.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;

/** Gives every problem a type and a detail, and violations of bean validation the form of all other field errors. */
@Singleton
class ProblemShape implements ProblemPostProcessor {

    private static final URI NO_TYPE = URI.create("about:blank");
    private static final String VIOLATIONS = "violations";

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return shaped(problem);
    }

    static HttpProblem shaped(HttpProblem problem) {
        var shaped = HttpProblem.builder()
                .withType(problem.getType() == null ? NO_TYPE : problem.getType())
                .withTitle(problem.getTitle())
                .withStatus(problem.getStatusCode())
                .withDetail(problem.getDetail() == null ? problem.getTitle() : problem.getDetail())
                .withInstance(problem.getInstance());
        problem.getHeaders().forEach(shaped::withHeader);
        problem.getParameters().forEach((name, value) -> {
            if (name.equals(VIOLATIONS) && value instanceof Collection<?> violations) {
                shaped.with(
                        Problems.ERRORS,
                        violations.stream()
                                .filter(Violation.class::isInstance)
                                .map(violation -> error((Violation) violation))
                                .sorted(Comparator.comparing(FieldError::pointer))
                                .toList());
            } else {
                shaped.with(name, value);
            }
        });
        return shaped.build();
    }

    private static FieldError error(Violation violation) {
        return new FieldError("/" + violation.field.replace('.', '/'), violation.message);
    }
}

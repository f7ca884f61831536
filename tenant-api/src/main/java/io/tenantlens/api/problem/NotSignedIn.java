package io.tenantlens.api.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers who did not sign in, or with a token that is no good, with what the authentication in charge asks for: a redirect
 * to the sign-in page, or 401 and a problem. The problem library's own mapper does not fit this Quarkus.
 */
final class NotSignedIn {

    private static final int BEFORE_ALL_OTHERS = 1;

    @ServerExceptionMapper(priority = BEFORE_ALL_OTHERS)
    Uni<Response> withoutToken(UnauthorizedException refused, RoutingContext request) {
        return challenge(request, "Sign in, or send a bearer token.");
    }

    @ServerExceptionMapper(priority = BEFORE_ALL_OTHERS)
    Uni<Response> withBadToken(AuthenticationFailedException refused, RoutingContext request) {
        return challenge(request, "The token is unknown, expired, revoked or not meant for this API.");
    }

    private static Uni<Response> challenge(RoutingContext request, String detail) {
        HttpAuthenticator authenticator = Objects.requireNonNull(request.get(HttpAuthenticator.class.getName()));
        return authenticator
                .getChallenge(request)
                .map(challenge -> answer(challenge, request.normalizedPath(), detail));
    }

    private static Response answer(ChallengeData challenge, String path, String detail) {
        var response = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        if (challenge.status == Status.UNAUTHORIZED.getStatusCode()) {
            response.type(HttpProblem.MEDIA_TYPE)
                    .entity(ProblemShape.shaped(HttpProblem.builder()
                            .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
                            .withStatus(Status.UNAUTHORIZED)
                            .withDetail(detail)
                            .withInstance(URI.create(path))
                            .build()));
        }
        return response.build();
    }
}

package io.tenantlens.api.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
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
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper(priority = BEFORE_ALL_OTHERS)
    Uni<Response> withoutToken(UnauthorizedException refused, RoutingContext request) {
        return challenge(request, "Sign in, or send a bearer token.");
    }

    @ServerExceptionMapper(priority = BEFORE_ALL_OTHERS)
    Uni<Response> withBadToken(AuthenticationFailedException refused, RoutingContext request) {
        return challenge(request, "The token is unknown, expired, revoked or not meant for this API.");
    }

    /** Whoever sends samples tries again, as it should. */
    @ServerExceptionMapper(priority = BEFORE_ALL_OTHERS)
    Response whileProviderIsAway(OIDCException unreachable, RoutingContext request) {
        return providerAway(request);
    }

    private static Uni<Response> challenge(RoutingContext request, String detail) {
        HttpAuthenticator authenticator = Objects.requireNonNull(request.get(HttpAuthenticator.class.getName()));
        return authenticator
                .getChallenge(request)
                .map(challenge -> answer(challenge, request, detail))
                .onFailure(OIDCException.class)
                .recoverWithItem(() -> providerAway(request));
    }

    private static Response answer(ChallengeData challenge, RoutingContext request, String detail) {
        var response = challenge.status == Status.UNAUTHORIZED.getStatusCode()
                ? problem(request, Status.UNAUTHORIZED, detail)
                : Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }

    private static Response providerAway(RoutingContext request) {
        return problem(request, Status.SERVICE_UNAVAILABLE, "Signing in is not possible right now: try again soon.")
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder problem(RoutingContext request, Status status, String detail) {
        var problem = HttpProblem.builder()
                .withTitle(status.getReasonPhrase())
                .withStatus(status)
                .withDetail(detail)
                .withInstance(URI.create(request.normalizedPath()))
                .build();
        return Response.status(status).type(HttpProblem.MEDIA_TYPE).entity(ProblemShape.shaped(problem));
    }
}

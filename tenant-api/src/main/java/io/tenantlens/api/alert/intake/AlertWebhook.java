package io.tenantlens.api.alert.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Where Alertmanager tells its alerts. It has one secret and no identity. */
@Path("/internal/tenant-alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
class AlertWebhook {

    private static final Logger LOG = Logger.getLogger(AlertWebhook.class);
    private static final String SCHEME = "Bearer ";
    private static final int RETRY_SECONDS = 10;

    private final AlertIntake intake;
    private final Optional<String> secret;

    @Inject
    AlertWebhook(AlertIntake intake, AlertsConfig config) {
        this.intake = intake;
        this.secret = config.webhookSecret().filter(text -> !text.isBlank());
    }

    /** What can't be read is kept and answered 200: a refusal would be sent again for ever. */
    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Alertmanager's webhook, version 4",
            description = "Bearer secret. Idempotent by fingerprint, startsAt and status; each alert counts by itself.")
    public Response receive(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte[] body) {
        if (!isKnown(authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        try {
            return Response.ok(intake.take(body)).build();
        } catch (JdbiException e) {
            LOG.warnf(e, "alerts were not taken in and will be sent again: %s", e.getMessage());
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
    }

    private boolean isKnown(@Nullable String authorization) {
        return secret.isPresent()
                && authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        bytes(authorization.substring(SCHEME.length()).strip()), bytes(secret.get()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

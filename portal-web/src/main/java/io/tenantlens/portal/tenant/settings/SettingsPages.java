package io.tenantlens.portal.tenant.settings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.token.ApiTokens;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/t/{tenant}/settings")
@Produces(MediaType.TEXT_HTML)
class SettingsPages {

    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final ApiTokens tokens;
    private final SettingsReader reader;

    @Inject
    SettingsPages(Visits visits, ApiTokens tokens, SettingsReader reader) {
        this.visits = visits;
        this.tokens = tokens;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "tenant/settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance settings(SettingsPage page);

        static native TemplateInstance settings$tokens(SettingsPage page);
    }

    @GET
    @PermissionsAllowed("settings:read")
    public TemplateInstance settings(@RestPath String tenant) {
        return Templates.settings(reader.read(visits.tenant(tenant, Section.SETTINGS), TokenForm.EMPTY, null));
    }

    /** Answers with the token instead of leading on to a page of its own: it is shown this once and kept nowhere. */
    @POST
    @Path("/tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("settings:write")
    public RestResponse<String> create(
            @RestPath String tenant,
            @RestForm @Nullable String name,
            @RestForm @Nullable List<String> scope,
            @RestForm @Nullable String days,
            @BeanParam HxRequest hx) {
        var visit = visits.tenantToChange(tenant, Section.SETTINGS);
        var form = TokenForm.of(name, scope, days);
        if (!form.isValid()) {
            return ResponseBuilder.<String>create(UNPROCESSABLE)
                    .entity(shown(visit, form, null, hx))
                    .build();
        }
        var made = tokens.create(visit.scope(), form.name(), form.chosenScopes(), form.life());
        return ResponseBuilder.ok(shown(visit, TokenForm.EMPTY, made.secret(), hx))
                .build();
    }

    @POST
    @Path("/tokens/{token}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("settings:write")
    public RestResponse<String> revoke(@RestPath String tenant, @RestPath UUID token, @BeanParam HxRequest hx) {
        var visit = visits.tenantToChange(tenant, Section.SETTINGS);
        if (!tokens.revoke(visit.scope(), token)) {
            throw new NotFoundException("There is no such API token.");
        }
        return hx.wantsFragment()
                ? ResponseBuilder.ok(shown(visit, TokenForm.EMPTY, null, hx)).build()
                : ResponseBuilder.<String>seeOther(URI.create(visit.path() + "/settings"))
                        .build();
    }

    private String shown(TenantVisit visit, TokenForm form, @Nullable String secret, HxRequest hx) {
        var page = reader.read(visit, form, secret);
        return (hx.wantsFragment() ? Templates.settings$tokens(page) : Templates.settings(page)).render();
    }
}

package io.tenantlens.portal.access;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The two addresses that the code flow needs; OIDC answers them itself while it has something to do. */
@Path("/")
class SignIn {

    private static final URI HOME = URI.create("/");

    /** Where the identity provider sends people back to; from here they go to the page that they wanted. */
    @GET
    @Path("/signed-in")
    @Authenticated
    public Response signedIn() {
        return Response.seeOther(HOME).build();
    }

    /** Ends the session here and at the identity provider. */
    @GET
    @Path("/logout")
    @Authenticated
    public Response signOut() {
        return Response.seeOther(HOME).build();
    }
}

package io.tenantlens.api.token;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody showed an API token. */
final class ApiTokenRequest extends BaseAuthenticationRequest {

    private final String secret;

    ApiTokenRequest(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}

package io.tenantlens.api.token;

/**
 * A token just made.
 *
 * @param secret the token itself, shown this once
 */
public record NewApiToken(ApiToken token, String secret) {

    /** Without the secret, so that no log line carries it. */
    @Override
    public String toString() {
        return "NewApiToken[" + token.prefix() + "…]";
    }
}

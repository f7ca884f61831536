package io.tenantlens.portal.tenant.settings;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a tenant.
 *
 * @param path where its forms go
 * @param form the form for a new token; null for whoever may only read
 * @param secret a token that was just made; null at any other time
 */
public record SettingsPage(
        PageFrame frame,
        String path,
        List<Fact> facts,
        List<TokenRow> tokens,
        @Nullable TokenForm form,
        @Nullable String secret) {

    /** Something that the register knows. */
    public record Fact(String name, String value) {}

    /**
     * A token.
     *
     * @param revokeHref null where it works no longer, or for whoever may only read
     */
    public record TokenRow(
            String name,
            String prefix,
            String scopes,
            String created,
            String expires,
            String mood,
            String state,
            @Nullable String revokeHref) {}
}

package io.tenantlens.api.mail;

import java.util.Base64;

/** A file that goes with a mail; its content is kept as mail carries it. */
public record Attachment(String name, String mediaType, String base64) {

    public static Attachment of(String name, String mediaType, byte[] content) {
        return new Attachment(name, mediaType, Base64.getEncoder().encodeToString(content));
    }

    byte[] content() {
        return Base64.getDecoder().decode(base64);
    }
}

package io.tenantlens.api.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The token itself: {@code tl_} and 256 random bits. */
final class TokenSecrets {

    static final String PREFIX = "tl_";

    private static final int RANDOM_BYTES = 32;
    private static final int SHOWN = 9;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSecrets() {}

    static String make() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isWellFormed(String secret) {
        return FORM.matcher(secret).matches();
    }

    static String shown(String secret) {
        return secret.substring(0, SHOWN);
    }

    /** A plain hash is enough: nobody guesses 256 random bits, so nothing has to be slow. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

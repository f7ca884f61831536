package io.tenantlens.sla.report;

import io.tenantlens.api.instance.Installation;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tokens that let whoever holds a mail end what sent it, without signing in, and nothing else. Signed, so none is stored. */
@Singleton
class UnsubscribeTokens {

    /** Whose mail it is. */
    record Holder(TenantId tenant, UUID recipient) {}

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 16;

    private final Installation installation;

    /** Fixed for good once it is. */
    private volatile byte @Nullable [] known;

    @Inject
    UnsubscribeTokens(Installation installation) {
        this.installation = installation;
    }

    String of(Holder holder) {
        var text = holder.tenant().value() + "." + holder.recipient();
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(text));
    }

    /** Empty for a token that we did not make. */
    Optional<Holder> read(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var signed = Base64.getUrlDecoder().decode(parts[2]);
            return MessageDigest.isEqual(signed, signature(parts[0] + "." + parts[1]))
                    ? Optional.of(new Holder(new TenantId(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        var key = known;
        if (key == null) {
            key = Base64.getDecoder().decode(installation.fixed("report.unsubscribe-key", UnsubscribeTokens::newKey));
            known = key;
        }
        return key;
    }

    private static String newKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}

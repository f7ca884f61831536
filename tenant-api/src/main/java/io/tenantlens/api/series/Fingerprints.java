package io.tenantlens.api.series;

import io.tenantlens.api.codec.ByteWriter;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of label sets. Dropped labels count, too, so that two series stay two; the key keeps anyone who reads the table from
 * finding out by trial what a dropped label said.
 */
final class Fingerprints {

    private static final int LENGTH = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Fingerprints(String hexKey) {
        key = new SecretKeySpec(HexFormat.of().parseHex(hexKey), ALGORITHM);
    }

    /** 32 hexadecimal digits. */
    String of(NewSeries series) {
        var text = new ByteWriter(256);
        text.put(series.kind().sampleForm());
        series.labels().forEach((name, value) -> {
            if (!name.equals(Labels.REPLICA)) {
                text.putText(name);
                text.putText(value);
            }
        });
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.toByteArray()), 0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}

package io.tenantlens.standalone.launcher;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords and keys of one installation: random, made once, kept beside its data. */
final class Secrets {

    private final PropertyFile file;
    private final Properties values;

    private Secrets(PropertyFile file, Properties values) {
        this.file = file;
        this.values = values;
    }

    static Secrets of(Home home) {
        var file = new PropertyFile(home.secrets());
        return new Secrets(file, file.read());
    }

    /** The secret of that name; 32 random bytes in hex when asked for the first time. */
    synchronized String of(String name) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        values.setProperty(name, secret);
        file.write(values);
        return secret;
    }
}

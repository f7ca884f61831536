package io.tenantlens.cost.meter;

import java.util.regex.Pattern;

/** The name of a meter, for example {@code http_requests} or {@code storage.images}. */
public record MeterKey(String value) implements Comparable<MeterKey> {

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,99}");

    public MeterKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "meter must be 1 to 100 letters, digits or _ . : - that start with a letter: '" + value + "'");
        }
    }

    public static boolean isValid(String value) {
        return KEY.matcher(value).matches();
    }

    @Override
    public int compareTo(MeterKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

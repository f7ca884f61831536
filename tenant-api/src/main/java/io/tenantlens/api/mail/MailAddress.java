package io.tenantlens.api.mail;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a mail goes: {@code name@host.tld}. Stricter than the standard, which allows quotes, comments and line breaks that
 * nobody has and that headers could be smuggled in with.
 */
public record MailAddress(@JsonValue String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    @JsonCreator
    public MailAddress {
        if (value.length() > LONGEST
                || value.indexOf('@') > LONGEST_NAME
                || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no address for mail");
        }
    }

    /** The address in one spelling, or empty where the text is none. */
    public static Optional<MailAddress> of(String text) {
        var stripped = text.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailAddress(
                    stripped.substring(0, at) + stripped.substring(at).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without the address, so that no log line carries it. */
    @Override
    public String toString() {
        return "an address";
    }
}

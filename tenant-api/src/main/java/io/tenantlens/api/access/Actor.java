package io.tenantlens.api.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person or a program, known for good by issuer and subject, never by name or e-mail.
 *
 * @param name what to call the actor on a page; personal data, so it goes nowhere but there and to the audit subjects
 */
public record Actor(String issuer, String subject, @Nullable String name) {

    /** The name for a page, or the subject where the provider tells no name. */
    public String displayName() {
        return name == null ? subject : name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Actor actor && issuer.equals(actor.issuer) && subject.equals(actor.subject);
    }

    @Override
    public int hashCode() {
        return Objects.hash(issuer, subject);
    }

    /** Without the name, so that no log line carries it. */
    @Override
    public String toString() {
        return issuer + "#" + subject;
    }
}

package io.tenantlens.api.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.api.outbox.Outgoing;
import io.tenantlens.cost.tenant.TenantId;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person. Several recipients are several mails, so that each arrives once and none sees the others.
 *
 * @param text for readers without HTML; always there
 * @param html null for a mail of text alone
 * @param headers such as {@code List-Unsubscribe}
 */
public record OutgoingMail(
        MailAddress to,
        String subject,
        String text,
        @Nullable String html,
        Map<String, String> headers,
        List<Attachment> attachments) {

    static final String KIND = "mail";

    private static final JsonMapper JSON = new JsonMapper();

    public OutgoingMail {
        if (subject.isBlank() || subject.lines().count() != 1) {
            throw new IllegalArgumentException("a subject is one line: " + subject);
        }
        headers = Map.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** The mail for {@link io.tenantlens.api.outbox.Outbox#add}; the key names its cause and its recipient. */
    public Outgoing outgoing(Optional<TenantId> tenant, String key) {
        try {
            return new Outgoing(tenant, KIND, key, subject, JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OutgoingMail read(String payload) {
        try {
            return JSON.readValue(payload, OutgoingMail.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

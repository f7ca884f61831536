package io.tenantlens.api.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.tenantlens.api.outbox.Delivery;
import io.tenantlens.api.outbox.DeliveryFailedException;
import io.tenantlens.api.outbox.OutboxMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends mail by SMTP. Each attempt carries the same Message-ID, so that a second copy is known for one. */
@Singleton
class MailDelivery implements Delivery {

    /** Shorter than the lease of an attempt, so that nobody else sends while a slow server may still take it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A reply of the server that says no for good (RFC 5321): the mailbox does not exist, the content is refused. */
    private static final Pattern REFUSED = Pattern.compile("(?:^|[\\s:(])5(?:5[0-9]|2[1-9])[ -]");

    private final ReactiveMailer mailer;
    private final String idHost;

    @Inject
    MailDelivery(ReactiveMailer mailer, @ConfigProperty(name = "tenantlens.mail.from") String from) {
        this.mailer = mailer;
        this.idHost = from.replaceAll(".*@|>.*", "");
    }

    @Override
    public String kind() {
        return OutgoingMail.KIND;
    }

    @Override
    public void deliver(OutboxMessage message) throws DeliveryFailedException {
        try {
            mailer.send(mail(message)).await().atMost(PATIENCE);
        } catch (TimeoutException e) {
            throw DeliveryFailedException.forNow(
                    "the mail server did not answer within " + PATIENCE.toMinutes() + " minutes");
        } catch (RuntimeException e) {
            var reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
            throw REFUSED.matcher(reason).find()
                    ? DeliveryFailedException.forGood(reason)
                    : DeliveryFailedException.forNow(reason);
        }
    }

    private Mail mail(OutboxMessage message) {
        var outgoing = OutgoingMail.read(message.payload());
        var mail = Mail.withText(outgoing.to().value(), outgoing.subject(), outgoing.text())
                .addHeader("Message-ID", "<" + message.id() + "@" + idHost + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        if (outgoing.html() != null) {
            mail.setHtml(outgoing.html());
        }
        outgoing.headers().forEach((name, value) -> mail.addHeader(name, value));
        outgoing.attachments().forEach(file -> mail.addAttachment(file.name(), file.content(), file.mediaType()));
        return mail;
    }
}

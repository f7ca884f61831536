package io.tenantlens.sla.report;

import io.tenantlens.api.mail.Attachment;
import io.tenantlens.api.mail.MailAddress;
import io.tenantlens.api.mail.OutgoingMail;
import io.tenantlens.api.outbox.Outbox;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts a report into the outbox, one mail a recipient, and notes that it was sent, in one transaction. */
@Singleton
class ReportMails {

    /** Somebody who gets it. */
    record Recipient(UUID id, MailAddress address) {}

    /** Why a report leaves. A period leaves once on schedule, and by hand as often as somebody asks. */
    enum Occasion {
        SCHEDULE,
        BY_HAND
    }

    /** What is sent, to whom. */
    record Send(
            TenantId tenant,
            UUID subscription,
            DateRange days,
            Locale language,
            List<Recipient> recipients,
            Occasion occasion) {}

    /** The mails that were put into the outbox, or why there are none. */
    private record Outcome(List<UUID> messages, @Nullable String skipped) {}

    private final Outbox outbox;
    private final UnsubscribeTokens tokens;
    private final ReportRenderer renderer;
    private final String publicUrl;

    @Inject
    ReportMails(
            Outbox outbox,
            UnsubscribeTokens tokens,
            ReportRenderer renderer,
            @ConfigProperty(name = "tenantlens.public-url") String publicUrl) {
        this.outbox = outbox;
        this.tokens = tokens;
        this.renderer = renderer;
        this.publicUrl = publicUrl;
    }

    static List<Recipient> recipients(Handle handle, TenantId tenant, UUID subscription) {
        return handle.createQuery("""
            SELECT recipient_id, address FROM report_recipients
            WHERE tenant_id = :tenant AND subscription_id = :subscription AND unsubscribed_at IS NULL
            ORDER BY address\
            """)
                .bind("tenant", tenant.value())
                .bind("subscription", subscription)
                .map((row, _) -> new Recipient(
                        row.getObject("recipient_id", UUID.class), new MailAddress(row.getString("address"))))
                .list();
    }

    void put(Handle handle, Send send, RenderedReport report) {
        var id = UUID.randomUUID();
        var cause = send.occasion() == Occasion.BY_HAND
                ? id.toString()
                : send.days().start() + "/" + send.subscription();
        var messages = new ArrayList<UUID>();
        for (var recipient : send.recipients()) {
            var key = "sla-report/" + cause + "/" + recipient.id();
            outbox.add(handle, mail(send, report, recipient).outgoing(Optional.of(send.tenant()), key))
                    .ifPresent(messages::add);
        }
        note(handle, send, id, new Outcome(messages, null));
    }

    /** Notes that a period was not sent, and why. */
    void skip(Handle handle, Send send, String reason) {
        note(handle, send, UUID.randomUUID(), new Outcome(List.of(), reason));
    }

    private static void note(Handle handle, Send send, UUID id, Outcome outcome) {
        handle.createUpdate("""
            INSERT INTO report_sends
                (tenant_id, send_id, subscription_id, first_day, end_day, by_hand, messages, skipped)
            VALUES (:tenant, :id, :subscription, :first, :end, :byHand, :messages, :skipped)\
            """)
                .bind("tenant", send.tenant().value())
                .bind("id", id)
                .bind("subscription", send.subscription())
                .bind("first", send.days().start())
                .bind("end", send.days().end())
                .bind("byHand", send.occasion() == Occasion.BY_HAND)
                .bindArray("messages", UUID.class, outcome.messages())
                .bind("skipped", outcome.skipped())
                .execute();
    }

    private OutgoingMail mail(Send send, RenderedReport report, Recipient recipient) {
        var words = renderer.mailWords(send.language());
        var stop = publicUrl + "/unsubscribe/" + tokens.of(new UnsubscribeTokens.Holder(send.tenant(), recipient.id()));
        var text = String.join(
                "\n\n",
                report.summary(),
                words.attached(),
                words.page() + "\n" + publicUrl + "/t/" + send.tenant() + "/sla",
                words.stop() + "\n" + stop,
                "");
        return new OutgoingMail(
                recipient.address(),
                report.title(),
                text,
                null,
                Map.of("List-Unsubscribe", "<" + stop + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                List.of(Attachment.of(report.fileName(), "application/pdf", report.pdf())));
    }
}

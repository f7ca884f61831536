package io.tenantlens.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "amina",
                "@example.com",
                "amina@",
                "amina@example",
                "a b@example.com",
                "amina@example.com\r\nBcc: all@example.com",
                "amina@example.com, babul@example.com",
                "\"a@b\"@example.com",
                "amina@-example.com",
                "amina..rahman@example.com",
                "<amina@example.com>"
            })
    void textThatIsNoAddress_isRefused(String text) {
        assertThat(MailAddress.of(text)).isEmpty();
    }

    @Test
    void address_isStrippedAndItsHostLowered() {
        assertThat(MailAddress.of("  Amina.R+sla@Mail.Example.COM "))
                .hasValueSatisfying(address -> assertThat(address.value()).isEqualTo("Amina.R+sla@mail.example.com"));
    }

    @Test
    void mail_survivesItsTimeInTheOutbox() {
        var mail = new OutgoingMail(
                new MailAddress("amina@example.com"),
                "সেবার মান, October 2026",
                "text",
                null,
                Map.of("X-Report", "sla"),
                List.of(Attachment.of("a.pdf", "application/pdf", new byte[] {1, 2, 3})));

        var read = OutgoingMail.read(mail.outgoing(Optional.empty(), "key").payload());

        assertThat(read.to()).isEqualTo(mail.to());
        assertThat(read.subject()).isEqualTo(mail.subject());
        assertThat(read.headers()).isEqualTo(mail.headers());
        assertThat(read.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a.pdf");
            assertThat(file.content()).containsExactly(1, 2, 3);
        });
    }
}

package io.tenantlens.sla.report;

import io.tenantlens.api.mail.MailAddress;
import io.tenantlens.api.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A subscription as somebody asks for it. */
public record NewSubscription(Set<MailAddress> recipients, Cadence cadence, int hour, Locale language) {

    /** More people than that are a mailing list, which has an address of its own. */
    public static final int MOST_RECIPIENTS = 20;

    private static final Set<String> LANGUAGES = Set.of("en", "bn");

    /** What was sent by a form, and what is wrong with it: one of the two. */
    public record Read(@Nullable NewSubscription subscription, List<FieldError> errors) {}

    public NewSubscription {
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw new IllegalArgumentException("1 to " + MOST_RECIPIENTS + " recipients: " + recipients.size());
        }
        recipients = new LinkedHashSet<>(recipients);
    }

    /** Reads the fields of a form; addresses are separated by commas, semicolons or white space. */
    public static Read read(
            @Nullable String recipients, @Nullable String cadence, @Nullable String hour, @Nullable String language) {
        var errors = new ArrayList<FieldError>();
        var addresses = addresses(recipients == null ? "" : recipients, errors);
        var often = cadence(cadence, errors);
        int at = hour(hour, errors);
        if (language == null || !LANGUAGES.contains(language)) {
            errors.add(new FieldError("/language", "Choose English or Bengali."));
        }
        return errors.isEmpty()
                ? new Read(
                        new NewSubscription(addresses, often, at, Locale.of(language == null ? "en" : language, "BD")),
                        List.of())
                : new Read(null, List.copyOf(errors));
    }

    private static Set<MailAddress> addresses(String text, List<FieldError> errors) {
        var addresses = new LinkedHashSet<MailAddress>();
        for (var word : text.strip().split("[,;\\s]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            var address = MailAddress.of(word);
            if (address.isEmpty()) {
                errors.add(new FieldError("/recipients", "This is no e-mail address: " + shortened(word)));
                return addresses;
            }
            addresses.add(address.get());
        }
        if (addresses.isEmpty()) {
            errors.add(new FieldError("/recipients", "Enter an e-mail address, for example owner@shop.example."));
        } else if (addresses.size() > MOST_RECIPIENTS) {
            errors.add(new FieldError(
                    "/recipients",
                    "Enter at most " + MOST_RECIPIENTS + " addresses; for more people use a mailing list."));
        }
        return addresses;
    }

    private static String shortened(String word) {
        return word.length() > 60 ? word.substring(0, 60) + "…" : word;
    }

    private static Cadence cadence(@Nullable String text, List<FieldError> errors) {
        for (var cadence : Cadence.values()) {
            if (cadence.key().equals(text)) {
                return cadence;
            }
        }
        errors.add(new FieldError("/cadence", "Choose weekly or monthly."));
        return Cadence.MONTHLY;
    }

    private static int hour(@Nullable String text, List<FieldError> errors) {
        if (text != null && text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= 23) {
            return Integer.parseInt(text);
        }
        errors.add(new FieldError("/hour", "Choose an hour from 0 to 23."));
        return 0;
    }
}

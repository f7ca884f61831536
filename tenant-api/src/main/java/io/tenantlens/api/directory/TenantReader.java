package io.tenantlens.api.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.tenant.TenantId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one tenant from JSON and notes every field that is wrong, not just the first. */
final class TenantReader {

    private static final Set<String> FIELDS = Set.of(
            "tenant",
            "name",
            "tier",
            "hosting",
            "plan",
            "currency",
            "locale",
            "timeZone",
            "signedUpOn",
            "churnedOn",
            "status");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLAN = 63;

    private final JsonNode json;
    private final String pointer;
    private final List<FieldError> errors;

    TenantReader(JsonNode json, String pointer, List<FieldError> errors) {
        this.json = json;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** The tenant, or nothing where errors were noted. */
    Optional<Tenant> read() {
        if (!json.isObject()) {
            errors.add(new FieldError(pointer, "A tenant is a JSON object."));
            return Optional.empty();
        }
        int before = errors.size();
        json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                note(field, "There is no such field.");
            }
        });
        var id =
                required("tenant", text -> TenantId.ofShop(text).orElse(null), "1 to 63 of a-z, 0-9 and inner hyphens");
        var name = required("name", text -> shortText(text, LONGEST_NAME), "1 to 200 characters");
        var tier = required("tier", text -> one(Tenant.Tier.class, text), names(Tenant.Tier.class));
        var hosting = required("hosting", text -> one(Tenant.Hosting.class, text), names(Tenant.Hosting.class));
        var plan = required("plan", text -> shortText(text, LONGEST_PLAN), "1 to 63 characters");
        var signedUpOn = required("signedUpOn", TenantReader::date, "a date such as 2026-10-01");
        var churnedOn = optional("churnedOn", TenantReader::date, "a date such as 2026-10-01");
        var currency = optional("currency", TenantReader::currency, "an ISO 4217 code such as BDT");
        var locale = optional("locale", TenantReader::locale, "a language tag such as en-BD");
        var zone = optional("timeZone", TenantReader::zone, "a time zone such as Asia/Dhaka");
        var status = optional("status", text -> one(Tenant.Status.class, text), names(Tenant.Status.class));
        if (signedUpOn != null && churnedOn != null && churnedOn.isBefore(signedUpOn)) {
            note("churnedOn", "Nobody leaves before signing up.");
        }
        if (id == null
                || name == null
                || tier == null
                || hosting == null
                || plan == null
                || signedUpOn == null
                || errors.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Tenant(
                id,
                name,
                tier,
                hosting,
                plan,
                status == null ? Tenant.Status.ACTIVE : status,
                currency == null ? Currency.getInstance("BDT") : currency,
                locale == null ? Locale.of("en", "BD") : locale,
                zone == null ? ZoneId.of("Asia/Dhaka") : zone,
                signedUpOn,
                churnedOn));
    }

    private <T> @Nullable T required(String field, Function<String, @Nullable T> parse, String wanted) {
        if (json.path(field).isMissingNode() || json.path(field).isNull()) {
            note(field, "Required: " + wanted + ".");
            return null;
        }
        return optional(field, parse, wanted);
    }

    private <T> @Nullable T optional(String field, Function<String, @Nullable T> parse, String wanted) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        var parsed = value.isTextual() ? parse.apply(value.textValue()) : null;
        if (parsed == null) {
            note(field, "Must be " + wanted + ".");
        }
        return parsed;
    }

    private void note(String field, String detail) {
        errors.add(new FieldError(pointer + "/" + field, detail));
    }

    private static @Nullable String shortText(String text, int longest) {
        return text.isBlank() || text.length() > longest ? null : text.strip();
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> TenantRows.lower(value).equals(text))
                .findFirst()
                .orElse(null);
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(TenantRows::lower).collect(Collectors.joining(" or "));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Currency currency(String text) {
        try {
            return Currency.getInstance(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Locale locale(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            return locale.getLanguage().isEmpty() ? null : locale;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text) : null;
    }
}

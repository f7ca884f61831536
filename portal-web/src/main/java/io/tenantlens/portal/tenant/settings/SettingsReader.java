package io.tenantlens.portal.tenant.settings;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.token.ApiToken;
import io.tenantlens.api.token.ApiTokens;
import io.tenantlens.api.token.TokenScope;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.tenant.settings.SettingsPage.Fact;
import io.tenantlens.portal.tenant.settings.SettingsPage.TokenRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the page of settings. */
@Singleton
class SettingsReader {

    /** Long enough to make another one in peace. */
    private static final Duration SOON = Duration.ofDays(14);

    private final ApiTokens tokens;

    @Inject
    SettingsReader(ApiTokens tokens) {
        this.tokens = tokens;
    }

    SettingsPage read(TenantVisit visit, TokenForm form, @Nullable String secret) {
        var path = visit.path() + "/settings";
        var mayChange = mayChange(visit);
        return new SettingsPage(
                visit.frame(),
                path,
                facts(visit),
                tokens.list(visit.scope()).stream()
                        .map(token -> row(token, visit.look(), mayChange ? path : null))
                        .toList(),
                mayChange ? form : null,
                secret);
    }

    /** Staff look at a tenant's pages and change nothing there. */
    private static boolean mayChange(TenantVisit visit) {
        return visit.scope().may(Area.SETTINGS, Access.WRITE) && !visit.scope().viewedByStaff();
    }

    private static List<Fact> facts(TenantVisit visit) {
        var tenant = visit.tenant();
        var look = visit.look();
        return List.of(
                new Fact("Name", tenant.name()),
                new Fact("Short name in addresses and labels", tenant.id().value()),
                new Fact("Plan", tenant.plan()),
                new Fact("Tier", lower(tenant.tier())),
                new Fact("Database", lower(tenant.hosting())),
                new Fact("Currency", tenant.currency().getCurrencyCode()),
                new Fact("Days and months are cut in", tenant.timeZone().getId()),
                new Fact("Language of numbers", tenant.locale().getDisplayName(Locale.ENGLISH)),
                new Fact("Signed up", look.day(tenant.signedUpOn())));
    }

    private static TokenRow row(ApiToken token, Look look, @Nullable String path) {
        var valid = token.isValidAt(look.now());
        return new TokenRow(
                token.name(),
                token.prefix() + "…",
                token.scopes().stream().map(SettingsReader::title).sorted().collect(Collectors.joining(", ")),
                look.exactly(token.createdAt()),
                look.exactly(token.expiresAt()),
                mood(token, look),
                state(token, look),
                valid && path != null ? path + "/tokens/" + token.id() + "/revoke" : null);
    }

    static String title(TokenScope scope) {
        return switch (scope) {
            case INGEST -> "send data";
            case READ -> "read data";
        };
    }

    private static String mood(ApiToken token, Look look) {
        if (!token.isValidAt(look.now())) {
            return "";
        }
        return endsSoon(token, look) ? "warn" : "good";
    }

    private static String state(ApiToken token, Look look) {
        var revoked = token.revokedAt();
        if (revoked != null) {
            return "revoked " + look.dayAndClock(revoked);
        }
        if (!token.isValidAt(look.now())) {
            return "expired";
        }
        return endsSoon(token, look) ? "expires soon" : "active";
    }

    private static boolean endsSoon(ApiToken token, Look look) {
        return token.expiresAt().isBefore(look.now().plus(SOON));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

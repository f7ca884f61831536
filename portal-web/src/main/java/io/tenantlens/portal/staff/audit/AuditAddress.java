package io.tenantlens.portal.staff.audit;

import io.tenantlens.api.audit.AuditSearch;
import io.tenantlens.portal.range.QueryText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The address of a view of the trail. What was sent and makes no sense is read as not sent, and the form shows it empty. */
record AuditAddress(
        String tenant,
        String actor,
        String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long before) {

    private static final String PATH = "/staff/audit";

    static AuditAddress of(AuditChoice sent) {
        return new AuditAddress(
                text(sent.tenant()),
                text(sent.actor()),
                text(sent.action()),
                day(sent.from()),
                day(sent.to()),
                position(sent.before()));
    }

    AuditSearch search(ZoneId zone) {
        return new AuditSearch(
                tenant.isEmpty() ? null : tenant,
                actor.isEmpty() ? null : actor,
                action.isEmpty() ? null : action,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                before);
    }

    boolean isNewest() {
        return before == Long.MAX_VALUE;
    }

    String url() {
        return url(PATH);
    }

    /** All of it, not just this page. */
    String csv() {
        return before(Long.MAX_VALUE).url(PATH + ".csv");
    }

    AuditAddress before(long position) {
        return new AuditAddress(tenant, actor, action, from, to, position);
    }

    private String url(String path) {
        var parameters = new HashMap<>(Map.of("tenant", tenant, "actor", actor, "action", action));
        parameters.put("from", from == null ? "" : from.toString());
        parameters.put("to", to == null ? "" : to.toString());
        parameters.put("before", isNewest() ? "" : "" + before);
        return QueryText.address(path, parameters);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    private static @Nullable LocalDate day(@Nullable String sent) {
        try {
            return text(sent).isEmpty() ? null : LocalDate.parse(text(sent));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static long position(@Nullable String sent) {
        return text(sent).matches("[1-9]\\d{0,17}") ? Long.parseLong(text(sent)) : Long.MAX_VALUE;
    }
}

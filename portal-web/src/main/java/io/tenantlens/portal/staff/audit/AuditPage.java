package io.tenantlens.portal.staff.audit;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the trail.
 *
 * @param newest the address of the first page; null on it
 * @param older the address of the next one; null on the last
 */
public record AuditPage(
        PageFrame frame,
        Chain chain,
        Filters filters,
        List<Row> rows,
        String zone,
        String csv,
        @Nullable String newest,
        @Nullable String older) {

    /** Whether the chain holds, in words. */
    public record Chain(String mood, String title, String detail) {}

    /** What the form holds. */
    public record Filters(String tenant, String actor, String from, String to, List<Option> actions) {}

    /** An action to choose. */
    public record Option(String value, String title, boolean chosen) {}

    /**
     * A record.
     *
     * @param at for programs, and {@code when} for people
     * @param tenantHref the staff page of the tenant; null where the record is about none
     */
    public record Row(
            String position,
            String at,
            String when,
            String actor,
            String action,
            @Nullable String tenant,
            @Nullable String tenantHref,
            List<Fact> facts) {}

    /** A detail of a record. */
    public record Fact(String name, String value) {}
}

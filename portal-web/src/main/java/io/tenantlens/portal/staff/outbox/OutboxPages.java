package io.tenantlens.portal.staff.outbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.outbox.OutboxEntry;
import io.tenantlens.api.outbox.OutboxEntry.State;
import io.tenantlens.api.outbox.OutboxQueries;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/staff/outbox")
@Produces(MediaType.TEXT_HTML)
class OutboxPages {

    private static final String PATH = "/staff/outbox";
    private static final int MOST = 200;

    private final Visits visits;
    private final TenantAccess access;
    private final OutboxQueries outbox;

    @Inject
    OutboxPages(Visits visits, TenantAccess access, OutboxQueries outbox) {
        this.visits = visits;
        this.access = access;
        this.outbox = outbox;
    }

    @CheckedTemplate(basePath = "staff/outbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance outbox(OutboxPage page);
    }

    /** A state that is none shows what was given up, which is what somebody has to see to. */
    @GET
    @PermissionsAllowed("platform:read")
    public TemplateInstance list(@RestQuery @Nullable String state) {
        var visit = visits.staff(Section.OUTBOX);
        var wanted = Arrays.stream(State.values())
                .filter(one -> key(one).equals(state))
                .findFirst()
                .orElse(State.PARKED);
        return Templates.outbox(page(visit, wanted));
    }

    @POST
    @Path("/{message}/again")
    @PermissionsAllowed("objectives:write")
    public Response tryAgain(@RestPath UUID message) {
        if (!outbox.tryAgain(access.staff(Area.OBJECTIVES, Access.WRITE), message)) {
            throw new NotFoundException("There is no such parked message.");
        }
        return Response.seeOther(URI.create(PATH + "?state=pending")).build();
    }

    private OutboxPage page(StaffVisit visit, State wanted) {
        var counts = outbox.counts(visit.scope());
        var entries = outbox.entries(visit.scope(), wanted, MOST);
        return new OutboxPage(
                visit.frame(),
                choices(counts, wanted, visit.look()),
                emptyText(wanted),
                entries.stream().map(entry -> row(entry, visit.look())).toList(),
                visit.scope().may(Area.OBJECTIVES, Access.WRITE),
                counts.getOrDefault(wanted, 0L) > MOST);
    }

    private static List<OutboxPage.Choice> choices(Map<State, Long> counts, State wanted, Look look) {
        return List.of(State.PARKED, State.PENDING, State.SENT).stream()
                .map(state -> new OutboxPage.Choice(
                        switch (state) {
                            case PARKED -> "Given up";
                            case PENDING -> "Waiting";
                            case SENT -> "Delivered";
                        },
                        look.number(counts.getOrDefault(state, 0L)),
                        PATH + "?state=" + key(state),
                        state == wanted))
                .toList();
    }

    private static String emptyText(State state) {
        return switch (state) {
            case PARKED ->
                "Nothing was given up. A message that can't be delivered stays here until somebody has it tried again.";
            case PENDING ->
                "Nothing waits. Messages are delivered within seconds, and tried again if the other side is away.";
            case SENT -> "Nothing was delivered yet. Report mails and webhooks appear here once they left.";
        };
    }

    private static OutboxPage.Row row(OutboxEntry entry, Look look) {
        var at = entry.endedAt() == null ? entry.dueAt() : entry.endedAt();
        return new OutboxPage.Row(
                entry.title(),
                entry.tenant().startsWith("_") ? "the platform" : entry.tenant(),
                entry.kind(),
                look.number(entry.attempts()),
                look.dayAndClock(at),
                entry.lastError() == null ? "" : entry.lastError(),
                entry.state() == State.PARKED ? PATH + "/" + entry.id() + "/again" : "");
    }

    private static String key(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

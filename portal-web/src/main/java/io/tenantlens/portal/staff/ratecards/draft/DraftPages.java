package io.tenantlens.portal.staff.ratecards.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.billing.card.CardDocument;
import io.tenantlens.api.billing.card.CardDraft;
import io.tenantlens.api.billing.card.CardDrafts;
import io.tenantlens.api.billing.card.CardRefusedException;
import io.tenantlens.api.billing.card.InvalidCardException;
import io.tenantlens.api.input.InvalidInput;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.staff.ratecards.CardAddress;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/ratecards/drafts/{draft}")
@Produces(MediaType.TEXT_HTML)
class DraftPages {

    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final CardDrafts drafts;
    private final DraftReader reader;

    @Inject
    DraftPages(Visits visits, CardDrafts drafts, DraftReader reader) {
        this.visits = visits;
        this.drafts = drafts;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/ratecards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance draft(DraftPage page);
    }

    /** The form with its fields, or the card as a JSON document. */
    @GET
    @PermissionsAllowed("billing:read")
    public TemplateInstance draft(@RestPath UUID draft, @RestQuery @Nullable String as) {
        var found = find(visits.staff(Section.RATECARDS).scope(), draft);
        return Templates.draft(reader.read(found, Attempt.none("json".equals(as))));
    }

    /** Saves the fields, and then does what the button says beside. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> save(@RestPath UUID draft, MultivaluedMap<String, String> sent) {
        var scope = visits.staffToChange(Section.RATECARDS).scope();
        var found = find(scope, draft);
        var form = single(sent);
        var document = form.get("document");
        if (document != null) {
            return saveDocument(scope, found, revision(form), document);
        }
        var edited = CardFields.edited(found.text(), form);
        var wanted = CardShape.changed(edited, form.getOrDefault("then", ""), form.getOrDefault("newModel", ""));
        try {
            drafts.save(scope, draft, revision(form), wanted);
            return done(CardAddress.ofDraft(draft));
        } catch (InvalidCardException e) {
            return refused(found, Attempt.ofFields(wanted, e.problems()));
        } catch (CardRefusedException e) {
            return refused(found, Attempt.ofFields(wanted, List.of(new FieldError("", message(e)))));
        }
    }

    private RestResponse<String> saveDocument(StaffScope scope, CardDraft found, int revision, String document) {
        try {
            var read = CardDocument.read(document, found.text());
            try {
                drafts.save(scope, found.id(), revision, read.text());
                return done(CardAddress.ofDraft(found.id()) + "?as=json");
            } catch (InvalidCardException e) {
                var problems = e.problems().stream().map(read::inDocument).toList();
                return refused(found, Attempt.ofDocument(document, problems));
            }
        } catch (InvalidInput e) {
            return refused(found, Attempt.ofDocument(document, List.of(new FieldError(e.pointer(), e.detail()))));
        } catch (CardRefusedException e) {
            return refused(found, Attempt.ofDocument(document, List.of(new FieldError("", message(e)))));
        }
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> publish(
            @RestPath UUID draft, @RestForm @Nullable String revision, @RestForm @Nullable String validFrom) {
        var scope = visits.staffToChange(Section.RATECARDS).scope();
        var found = find(scope, draft);
        var wanted = validFrom == null ? "" : validFrom;
        try {
            var day = LocalDate.parse(wanted);
            return done(CardAddress.of(drafts.publish(scope, draft, number(revision), day)));
        } catch (DateTimeException e) {
            return refused(found, Attempt.toPublish(wanted, "Choose the day from which the card is valid."));
        } catch (CardRefusedException e) {
            return refused(found, Attempt.toPublish(wanted, message(e)));
        } catch (InvalidCardException e) {
            return refused(found, Attempt.ofFields(found.text(), e.problems()));
        }
    }

    @POST
    @Path("/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> discard(@RestPath UUID draft) {
        drafts.discard(visits.staffToChange(Section.RATECARDS).scope(), draft);
        return done(CardAddress.LIST);
    }

    private CardDraft find(StaffScope scope, UUID draft) {
        return drafts.find(scope, draft).orElseThrow(() -> new NotFoundException("There is no such draft."));
    }

    private static RestResponse<String> done(String address) {
        return ResponseBuilder.<String>seeOther(URI.create(address)).build();
    }

    private RestResponse<String> refused(CardDraft draft, Attempt attempt) {
        return ResponseBuilder.<String>create(UNPROCESSABLE)
                .entity(Templates.draft(reader.read(draft, attempt)).render())
                .build();
    }

    private static int revision(Map<String, String> form) {
        return number(form.get("revision"));
    }

    /** Text that is no revision is none that could be saved. */
    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static Map<String, String> single(MultivaluedMap<String, String> sent) {
        var single = new HashMap<String, String>();
        sent.forEach((name, values) -> single.put(name, values.isEmpty() ? "" : values.getFirst()));
        return single;
    }

    private static String message(CardRefusedException refused) {
        return String.valueOf(refused.getMessage());
    }
}

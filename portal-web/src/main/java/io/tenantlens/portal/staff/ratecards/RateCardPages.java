package io.tenantlens.portal.staff.ratecards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.billing.card.CardDrafts;
import io.tenantlens.api.billing.card.InvalidCardException;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/ratecards")
@Produces(MediaType.TEXT_HTML)
class RateCardPages {

    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final CardListReader list;
    private final CardReader reader;
    private final CardDrafts drafts;

    @Inject
    RateCardPages(Visits visits, CardListReader list, CardReader reader, CardDrafts drafts) {
        this.visits = visits;
        this.list = list;
        this.reader = reader;
        this.drafts = drafts;
    }

    @CheckedTemplate(basePath = "staff/ratecards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance cardList(CardListPage page);

        static native TemplateInstance card(CardPage page);

        static native TemplateInstance compare(ComparePage page);
    }

    @GET
    @PermissionsAllowed("billing:read")
    public TemplateInstance list() {
        return Templates.cardList(list.read(visits.staff(Section.RATECARDS)));
    }

    @GET
    @Path("/{plan}/{currency}/{validFrom}")
    @PermissionsAllowed("billing:read")
    public TemplateInstance card(@RestPath String plan, @RestPath String currency, @RestPath String validFrom) {
        return Templates.card(reader.card(CardAddress.key(plan, currency, validFrom), ""));
    }

    @GET
    @Path("/compare")
    @PermissionsAllowed("billing:read")
    public TemplateInstance compare(@RestQuery @Nullable String before, @RestQuery @Nullable String after) {
        return Templates.compare(reader.compare(
                CardAddress.parse(before == null ? "" : before), CardAddress.parse(after == null ? "" : after)));
    }

    /** A draft made from a card; of the same plan unless another is named. */
    @POST
    @Path("/{plan}/{currency}/{validFrom}/draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> startDraft(
            @RestPath String plan,
            @RestPath String currency,
            @RestPath String validFrom,
            @RestForm @Nullable String newPlan,
            @RestForm @Nullable String newCurrency) {
        var visit = visits.staffToChange(Section.RATECARDS);
        var base = CardAddress.key(plan, currency, validFrom);
        try {
            var draft = drafts.start(visit.scope(), base, wordOr(newPlan, plan), wordOr(newCurrency, currency));
            return ResponseBuilder.<String>seeOther(URI.create(CardAddress.ofDraft(draft)))
                    .build();
        } catch (InvalidCardException e) {
            var problem = e.problems().getFirst();
            var words = "The new " + problem.pointer().substring(1) + " " + problem.detail() + ".";
            return ResponseBuilder.<String>create(UNPROCESSABLE)
                    .entity(Templates.card(reader.card(base, words)).render())
                    .build();
        }
    }

    private static String wordOr(@Nullable String sent, String usual) {
        return sent == null || sent.isBlank() ? usual : sent.strip();
    }
}

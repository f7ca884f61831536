package io.tenantlens.portal.staff.ratecards.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.billing.card.CardDocument;
import io.tenantlens.api.billing.card.CardDraft;
import io.tenantlens.api.billing.card.CardKey;
import io.tenantlens.api.billing.card.CardText;
import io.tenantlens.api.billing.card.CardVersion;
import io.tenantlens.api.billing.card.RateCards;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.staff.ratecards.CardAddress;
import io.tenantlens.portal.staff.ratecards.ChargeWords;
import io.tenantlens.portal.staff.ratecards.ItemView;
import io.tenantlens.portal.staff.ratecards.draft.CardFields.Spec;
import io.tenantlens.portal.staff.ratecards.draft.DraftPage.ChargeFields;
import io.tenantlens.portal.staff.ratecards.draft.DraftPage.Field;
import io.tenantlens.portal.staff.ratecards.draft.DraftPage.Option;
import io.tenantlens.portal.staff.ratecards.draft.DraftPage.TierFields;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Shows a draft, or what somebody tried to make of it with what is wrong about that. */
@Singleton
class DraftReader {

    private final Visits visits;
    private final RateCards cards;
    private final MeterCatalogue meters;

    @Inject
    DraftReader(Visits visits, RateCards cards, MeterCatalogue meters) {
        this.visits = visits;
        this.cards = cards;
        this.meters = meters;
    }

    DraftPage read(CardDraft draft, Attempt attempt) {
        var visit = visits.staff(Section.RATECARDS, "Draft: " + draft.text().title());
        var look = visit.look();
        var base = cards.find(visit.scope(), draft.base()).orElseThrow(CardAddress::noSuchCard);
        var mayChange = visit.scope().may(Area.BILLING, Access.WRITE);
        var form = mayChange ? form(draft, attempt, visit) : null;
        var key = new CardKey(draft.plan(), draft.currency(), draft.base().validFrom());
        var plan = new CardVersion(key, null, draft.changedAt(), draft.text()).plan();
        return new DraftPage(
                visit.frame(),
                "%s, %s".formatted(draft.plan(), draft.currency().code()),
                "%s of %s".formatted(base.text().title(), look.day(draft.base().validFrom())),
                CardAddress.of(draft.base()),
                CardAddress.ofDraft(draft.id()),
                attempt.unplaced(shownNames(form)),
                form,
                mayChange ? List.of() : ChargeWords.charges(plan, look),
                ItemView.between(base.text(), draft.text()));
    }

    private DraftPage.Form form(CardDraft draft, Attempt attempt, StaffVisit visit) {
        var text = attempt.text() == null ? draft.text() : attempt.text();
        var asDocument = attempt.asDocument();
        return new DraftPage.Form(
                draft.revision(),
                new Field("/title", "Name of the plan on bills", text.title(), List.of(), attempt.problem("/title")),
                new Field(
                        "/proration",
                        "Fixed fees of a part of a month",
                        text.proration(),
                        options(
                                text.proration(),
                                new Option("actual", ChargeWords.proration("actual"), false),
                                new Option("fixed30", ChargeWords.proration("fixed30"), false),
                                new Option("none", ChargeWords.proration("none"), false)),
                        attempt.problem("/proration")),
                asDocument ? List.of() : charges(text, attempt),
                asDocument ? List.of() : taxes(text, attempt),
                StreamSupport.stream(CardShape.models().spliterator(), false).toList(),
                asDocument ? attempt.documentOr(CardDocument.of(text)) : null,
                attempt.wantedOr(visit.look().today().withDayOfMonth(1).plusMonths(1)),
                attempt.publishProblem());
    }

    private List<ChargeFields> charges(CardText text, Attempt attempt) {
        return IntStream.range(0, text.charges().size())
                .mapToObj(i -> charge(text.charges().get(i), "/charges/" + i, attempt))
                .toList();
    }

    private ChargeFields charge(JsonNode charge, String pointer, Attempt attempt) {
        var price = charge.path("price");
        var columns = CardFields.ofTier(price);
        var tiers = new ArrayList<TierFields>();
        for (var i = 0; i < price.path("tiers").size(); i++) {
            var tier = price.path("tiers").get(i);
            var at = pointer + "/price/tiers/" + i;
            tiers.add(new TierFields(
                    at,
                    columns.stream().map(spec -> field(tier, at, spec, attempt)).toList()));
        }
        return new ChargeFields(
                charge.path("title").asText(),
                price.path("model").asText(),
                pointer,
                attempt.hasProblemAt(pointer),
                CardFields.of(charge).stream()
                        .map(spec -> field(charge, pointer, spec, attempt))
                        .toList(),
                tiers.isEmpty() ? List.of() : columns.stream().map(Spec::label).toList(),
                tiers);
    }

    private Field field(JsonNode owner, String pointer, Spec spec, Attempt attempt) {
        var value = CardFields.value(owner, spec);
        var name = pointer + spec.path();
        return new Field(name, spec.label(), value, options(spec, value), attempt.problem(name));
    }

    private List<Option> options(Spec spec, String value) {
        return switch (spec.kind()) {
            case TEXT, NUMBER, WHERE -> List.of();
            case METER ->
                options(
                        value,
                        Stream.concat(
                                        Stream.of(new Option("", "choose a meter", false)),
                                        meters.meters().stream()
                                                .map(meter ->
                                                        new Option(meter.key().value(), meter.title(), false)))
                                .toArray(Option[]::new));
            case MEASURE ->
                options(
                        value,
                        new Option(value.equals("sum") ? value : "", "all days added up", false),
                        new Option("average", "the average of all hours", false),
                        new Option("peak", "the highest day", false));
            case ROUND ->
                options(
                        value,
                        new Option("", "not rounded", false),
                        new Option("ceil", "up to whole units", false),
                        new Option("floor", "down to whole units", false),
                        new Option("halfUp", "to whole units", false));
        };
    }

    private static List<Option> options(String chosen, Option... all) {
        return Stream.of(all)
                .map(option -> new Option(
                        option.value(), option.title(), option.value().equals(chosen)))
                .toList();
    }

    private static List<Field> taxes(CardText text, Attempt attempt) {
        var fields = new ArrayList<Field>();
        for (var i = 0; i < text.taxes().size(); i++) {
            for (var spec : List.of(
                    new Spec("/title", "Tax", CardFields.Kind.TEXT),
                    new Spec("/percent", "Percent", CardFields.Kind.NUMBER))) {
                var name = "/taxes/" + i + spec.path();
                var value = CardFields.value(text.taxes().get(i), spec);
                fields.add(new Field(name, spec.label(), value, List.of(), attempt.problem(name)));
            }
        }
        return fields;
    }

    private static List<String> shownNames(DraftPage.@Nullable Form form) {
        if (form == null) {
            return List.of();
        }
        var names = new ArrayList<>(List.of("/title", "/proration"));
        form.taxes().forEach(field -> names.add(field.name()));
        for (var charge : form.charges()) {
            charge.fields().forEach(field -> names.add(field.name()));
            charge.tiers().forEach(tier -> tier.fields().forEach(field -> names.add(field.name())));
        }
        return names;
    }
}

package io.tenantlens.portal.staff.whatif;

import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.billing.card.CardDrafts;
import io.tenantlens.api.billing.card.CardKey;
import io.tenantlens.api.billing.card.CardSummary;
import io.tenantlens.api.billing.card.RateCards;
import io.tenantlens.api.billing.whatif.WhatIf;
import io.tenantlens.api.billing.whatif.WhatIfAnswer;
import io.tenantlens.api.billing.whatif.WhatIfAnswer.Amounts;
import io.tenantlens.api.billing.whatif.WhatIfQuestion;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.ratecards.CardAddress;
import io.tenantlens.portal.staff.whatif.WhatIfPage.Column;
import io.tenantlens.portal.staff.whatif.WhatIfPage.Option;
import io.tenantlens.portal.staff.whatif.WhatIfPage.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what is asked into a question, and the answer into a page. */
@Singleton
class WhatIfReader {

    private static final int MONTHS = 13;
    private static final int LISTED_LEFT_OUT = 20;
    private static final String ALL = "all";

    private static final Map<String, String> TITLES = Map.of(
            "name",
            "Shop",
            "plan",
            "Plan",
            "now",
            "Cost",
            "then",
            "Would have cost",
            "difference",
            "Difference",
            "percent",
            "%");

    private final RateCards cards;
    private final CardDrafts drafts;
    private final WhatIf whatIf;

    @Inject
    WhatIfReader(RateCards cards, CardDrafts drafts, WhatIf whatIf) {
        this.cards = cards;
        this.drafts = drafts;
        this.whatIf = whatIf;
    }

    WhatIfPage read(StaffVisit visit, WhatIfChoice choice) {
        var published = cards.all(visit.scope());
        var question = question(visit, choice);
        return new WhatIfPage(
                visit.frame(),
                cardOptions(visit, published, choice.card()),
                months(visit.look(), month(visit.look(), choice.month())),
                planOptions(published, choice.plan()),
                question.map(asked -> answer(visit, choice, asked)).orElse(null));
    }

    /** The rows of the file, in the order of the page. */
    Optional<WhatIfAnswer> answer(StaffVisit visit, WhatIfChoice choice) {
        return question(visit, choice).map(asked -> whatIf.answer(visit.scope(), asked));
    }

    private Optional<WhatIfQuestion> question(StaffVisit visit, WhatIfChoice choice) {
        if (choice.card() == null || choice.card().isBlank()) {
            return Optional.empty();
        }
        var month = month(visit.look(), choice.month());
        var draft = draftId(choice.card()).map(id -> draft(visit.scope(), id, month, choice));
        return draft.isPresent()
                ? draft
                : Optional.of(card(visit.scope(), CardAddress.parse(choice.card()), month, choice));
    }

    private WhatIfQuestion draft(StaffScope scope, UUID id, YearMonth month, WhatIfChoice choice) {
        var draft = drafts.find(scope, id).orElseThrow(CardAddress::noSuchCard);
        var key = new CardKey(draft.plan(), draft.currency(), draft.base().validFrom());
        return new WhatIfQuestion(
                month, key, draft.text(), plan(choice, draft.base().plan()));
    }

    private WhatIfQuestion card(StaffScope scope, CardKey key, YearMonth month, WhatIfChoice choice) {
        var card = cards.find(scope, key).orElseThrow(CardAddress::noSuchCard);
        return new WhatIfQuestion(month, key, card.text(), plan(choice, key.plan()));
    }

    private static @Nullable String plan(WhatIfChoice choice, String usual) {
        return choice.plan() == null || choice.plan().isBlank()
                ? usual
                : choice.plan().equals(ALL) ? null : choice.plan();
    }

    private WhatIfPage.Answer answer(StaffVisit visit, WhatIfChoice choice, WhatIfQuestion question) {
        var look = visit.look();
        var answer = whatIf.answer(visit.scope(), question);
        var sort = WhatIfOrder.known(choice.sort());
        var count = answer.tenants().size();
        var from = Math.min((choice.pageNumber() - 1) * WhatIfChoice.SIZE, count);
        var until = Math.min(from + WhatIfChoice.SIZE, count);
        var rows = answer.tenants().stream()
                .sorted(WhatIfOrder.by(sort))
                .skip(from)
                .limit(WhatIfChoice.SIZE)
                .map(tenant -> row(tenant.tenant().value(), tenant.name(), tenant.plan(), tenant.amounts(), look))
                .toList();
        return new WhatIfPage.Answer(
                question.text().title(),
                look.month(question.month()),
                figures(answer, look),
                count == 0
                        ? "None"
                        : "%s–%s of %s".formatted(look.number(from + 1L), look.number(until), look.number(count)),
                columns(choice, sort),
                rows,
                row("", "All " + look.number(count), "", answer.total(), look),
                answer.byCharge().entrySet().stream()
                        .map(charge -> row("", charge.getKey(), "", charge.getValue(), look))
                        .toList(),
                answer.leftOut().entrySet().stream()
                        .limit(LISTED_LEFT_OUT)
                        .map(tenant -> tenant.getKey() + ": " + tenant.getValue())
                        .toList(),
                choice.address(WhatIfChoice.PATH + ".csv", sort, 1),
                from == 0 ? "" : choice.address(WhatIfChoice.PATH, sort, choice.pageNumber() - 1),
                until < count ? choice.address(WhatIfChoice.PATH, sort, choice.pageNumber() + 1) : "");
    }

    private static List<Figure> figures(WhatIfAnswer answer, Look look) {
        var total = answer.total();
        var more = answer.tenants().stream()
                .filter(tenant -> tenant.amounts().difference().signum() > 0)
                .count();
        var less = answer.tenants().stream()
                .filter(tenant -> tenant.amounts().difference().signum() < 0)
                .count();
        return List.of(
                new Figure("As it is", look.money(total.now()), "before tax, without credits and corrections"),
                new Figure("As it would be", look.money(total.then()), "the same usage, the same days"),
                new Figure(
                        "Difference",
                        look.money(total.difference()),
                        look.change(total.then().amount(), total.now().amount())),
                new Figure(
                        "Would pay more",
                        look.number(more),
                        "of %s shops; %s would pay less"
                                .formatted(look.number(answer.tenants().size()), look.number(less))));
    }

    private static Row row(String slug, String name, String plan, Amounts amounts, Look look) {
        return new Row(
                slug,
                name,
                plan,
                look.money(amounts.now()),
                look.money(amounts.then()),
                look.money(amounts.difference()),
                look.percent(WhatIfOrder.ratio(amounts), 1));
    }

    private static List<Column> columns(WhatIfChoice choice, String sort) {
        return WhatIfOrder.COLUMNS.stream()
                .map(column -> {
                    var figure = !column.equals("name") && !column.equals("plan");
                    var first = figure ? "-" + column : column;
                    var second = figure ? column : "-" + column;
                    var direction = sort.startsWith("-") ? "descending" : "ascending";
                    return new Column(
                            TITLES.getOrDefault(column, column),
                            choice.address(WhatIfChoice.PATH, sort.equals(first) ? second : first, 1),
                            WhatIfOrder.column(sort).equals(column) ? direction : "none",
                            figure);
                })
                .toList();
    }

    private List<Option> cardOptions(StaffVisit visit, List<CardSummary> published, @Nullable String chosen) {
        var options = new ArrayList<Option>();
        for (var draft : drafts.all(visit.scope())) {
            var id = draft.id().toString();
            options.add(new Option(
                    id,
                    "Draft for %s, %s".formatted(draft.plan(), draft.currency().code()),
                    id.equals(chosen)));
        }
        for (var card : published) {
            var reference = CardAddress.reference(card.key());
            var title = "%s, %s from %s"
                    .formatted(
                            card.title(),
                            card.key().currency().code(),
                            visit.look().day(card.key().validFrom()));
            options.add(new Option(reference, title, reference.equals(chosen)));
        }
        return options;
    }

    private static List<Option> planOptions(List<CardSummary> published, @Nullable String chosen) {
        var plans = published.stream().map(card -> card.key().plan()).distinct();
        return Stream.concat(
                        Stream.of(
                                new Option("", "on the card's plan", chosen == null || chosen.isBlank()),
                                new Option(ALL, "on any plan", ALL.equals(chosen))),
                        plans.map(plan -> new Option(plan, "on " + plan, plan.equals(chosen))))
                .toList();
    }

    /** The last whole month, unless one of the offered is named. */
    private static YearMonth month(Look look, @Nullable String sent) {
        var current = YearMonth.from(look.today());
        try {
            var month = sent == null ? current.minusMonths(1) : YearMonth.parse(sent);
            return month.isAfter(current) || month.isBefore(current.minusMonths(MONTHS))
                    ? current.minusMonths(1)
                    : month;
        } catch (DateTimeException e) {
            return current.minusMonths(1);
        }
    }

    private static List<Option> months(Look look, YearMonth chosen) {
        var current = YearMonth.from(look.today());
        return IntStream.rangeClosed(0, MONTHS)
                .mapToObj(current::minusMonths)
                .map(month -> new Option(
                        month.toString(),
                        look.month(month) + (month.equals(current) ? ", so far" : ""),
                        month.equals(chosen)))
                .toList();
    }

    private static Optional<UUID> draftId(String card) {
        try {
            return Optional.of(UUID.fromString(card));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

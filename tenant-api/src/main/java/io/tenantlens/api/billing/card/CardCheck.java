package io.tenantlens.api.billing.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.draft.OpenCredit;
import io.tenantlens.api.billing.internal.RateCardReader;
import io.tenantlens.api.input.InvalidInput;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.rating.ChargeRater;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds what would keep a card from pricing a month of any tenant: one problem a charge, by the field that is to be corrected. */
@Singleton
public class CardCheck {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ITEMS = 100;
    private static final Set<String> PRORATIONS = Set.of("actual", "fixed30", "none");

    /** Nobody uses more in a month; a card that can't price it would fail in an invoice run. */
    private static final BigDecimal MOST_USED = new BigDecimal("1e15");

    private static final DateRange ANY_MONTH = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));

    private final MeterCatalogue meters;

    @Inject
    public CardCheck(MeterCatalogue meters) {
        this.meters = meters;
    }

    public List<FieldError> problems(CardText text, Currency currency) {
        var problems = new ArrayList<FieldError>();
        if (text.title().isBlank() || text.title().length() > LONGEST_TEXT) {
            problems.add(new FieldError("/title", lengthRule()));
        }
        if (!PRORATIONS.contains(text.proration())) {
            problems.add(new FieldError("/proration", "must be actual, fixed30 or none"));
        }
        if (text.charges().isEmpty()) {
            problems.add(new FieldError("/charges", "must have at least one charge"));
        }
        each(problems, text.charges(), "/charges", charge -> charge(charge, currency));
        each(problems, text.taxes(), "/taxes", CardCheck::tax);
        return problems;
    }

    /** Checks each item by itself, so that one problem hides none of another item; each must have an id of its own. */
    private static void each(
            List<FieldError> problems, JsonNode items, String pointer, Function<JsonInput, String> checkedId) {
        if (!items.isArray() || items.size() > MOST_ITEMS) {
            problems.add(new FieldError(pointer, "must be an array of up to " + MOST_ITEMS + " entries"));
            return;
        }
        var ids = new HashSet<String>();
        for (var item : new JsonInput(items, pointer).items()) {
            try {
                var id = checkedId.apply(item);
                if (!ids.add(id)) {
                    throw item.field("id").invalid("is used twice: " + id);
                }
            } catch (InvalidInput e) {
                problems.add(new FieldError(e.pointer(), e.detail()));
            }
        }
    }

    private String charge(JsonInput input, Currency currency) {
        var charge = RateCardReader.charge(input);
        requireWords(input.field("title"));
        requireWords(input.field("unit"));
        if (charge.charge().id().value().startsWith(OpenCredit.CHARGE_PREFIX)) {
            throw input.field("id").invalid("must not start with " + OpenCredit.CHARGE_PREFIX);
        }
        requireMeter(input, charge);
        requirePrices(input, charge, currency);
        return charge.charge().id().value();
    }

    private void requireMeter(JsonInput input, MeteredCharge charge) {
        var key = charge.meter();
        if (key == null) {
            if (!(charge.charge().model() instanceof PriceModel.Flat)) {
                throw new InvalidInput(input.pointer() + "/meter", "is required: only a flat price needs no meter");
            }
            return;
        }
        var meter = meters.find(key).orElseThrow(() -> input.field("meter").invalid("unknown meter '" + key + "'"));
        input.map("where").forEach((name, value) -> {
            if (!meter.labels().containsKey(name)) {
                throw value.invalid("%s has no dimension '%s'; it has %s"
                        .formatted(
                                key,
                                name,
                                meter.labels().isEmpty()
                                        ? "none"
                                        : String.join(", ", meter.labels().keySet())));
            }
        });
    }

    /** Rates nothing, little and very much of the charge. */
    private static void requirePrices(JsonInput input, MeteredCharge charge, Currency currency) {
        var rater = new ChargeRater(currency, ANY_MONTH);
        for (var used : List.of(BigDecimal.ZERO, BigDecimal.ONE, MOST_USED)) {
            input.field("price").checked(() -> rater.rate(charge.charge(), new Consumption.Quantity(used), List.of()));
        }
    }

    private static String tax(JsonInput input) {
        requireWords(input.field("title"));
        var tax = RateCardReader.tax(input);
        if (tax.percent().compareTo(BigDecimal.valueOf(100)) > 0) {
            throw input.field("percent")
                    .invalid("must be from 0 to 100: " + tax.percent().toPlainString());
        }
        return tax.id();
    }

    private static void requireWords(JsonInput input) {
        if (input.text().isBlank() || input.text().length() > LONGEST_TEXT) {
            throw input.invalid(lengthRule());
        }
    }

    private static String lengthRule() {
        return "must have 1 to " + LONGEST_TEXT + " characters";
    }
}

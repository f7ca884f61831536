package io.tenantlens.standalone.cli;

import io.tenantlens.api.input.JsonInput;
import io.tenantlens.api.ratecard.ChargeReader;
import io.tenantlens.cost.invoice.BillRequest;
import io.tenantlens.cost.invoice.Coupon;
import io.tenantlens.cost.invoice.Credit;
import io.tenantlens.cost.invoice.Grant;
import io.tenantlens.cost.invoice.Tax;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.RateCard;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.time.DateRange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a case of {@code rate} and checks that its parts name each other rightly. */
final class RateCase {

    /** Stands in where no charge depends on the length of the period. */
    private static final DateRange ANY_PERIOD = new DateRange(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1));

    private final Currency currency;
    private final Set<ChargeId> charges = new LinkedHashSet<>();

    private RateCase(Currency currency) {
        this.currency = currency;
    }

    static BillRequest read(JsonInput input) {
        input.only("currency", "decimals", "period", "charges", "usage", "billed", "coupons", "taxes", "credits");
        return new RateCase(Fields.currency(input)).request(input);
    }

    private BillRequest request(JsonInput input) {
        var period = input.optional("period", null, Fields::dates);
        var card = card(input, period);
        return new BillRequest(
                card,
                period == null ? ANY_PERIOD : period,
                usage(input),
                billed(input),
                input.list("coupons").stream().map(this::coupon).toList(),
                input.list("taxes").stream().map(this::tax).toList(),
                Grant.inOrder(input.list("credits").stream().map(this::grant).toList()));
    }

    private RateCard card(JsonInput input, @Nullable DateRange period) {
        var list = new ArrayList<Charge>();
        for (var item : input.field("charges").items()) {
            var charge = ChargeReader.read(item, period);
            if (!charges.add(charge.id())) {
                throw item.field("id").invalid("charge id is used twice: " + charge.id());
            }
            list.add(charge);
        }
        return new RateCard(currency, list);
    }

    private Map<ChargeId, Consumption> usage(JsonInput input) {
        var usage = new LinkedHashMap<ChargeId, Consumption>();
        input.map("usage").forEach((id, value) -> usage.put(known(id, value), consumption(value)));
        return usage;
    }

    private static Consumption consumption(JsonInput value) {
        if (value.node().isArray()) {
            var amounts = value.items().stream()
                    .map(item -> notNegative(item).decimal())
                    .toList();
            return new Consumption.Events(amounts);
        }
        if (value.node().isObject()) {
            value.only("units", "events");
            return new Consumption.EventTotals(
                    notNegative(value.field("units")).decimal(),
                    notNegative(value.field("events")).decimal());
        }
        return new Consumption.Quantity(notNegative(value).decimal());
    }

    private static JsonInput notNegative(JsonInput value) {
        if (value.decimal().signum() < 0) {
            throw value.invalid("must not be negative; usage is the whole quantity of the period, and less than was"
                    + " billed becomes a correction through \"billed\"");
        }
        return value;
    }

    private Map<ChargeId, List<Billed>> billed(JsonInput input) {
        var billed = new LinkedHashMap<ChargeId, List<Billed>>();
        input.map("billed")
                .forEach((id, runs) -> billed.put(
                        known(id, runs), runs.items().stream().map(this::run).toList()));
        return billed;
    }

    private Billed run(JsonInput run) {
        run.only("quantity", "amount");
        return new Billed(run.decimal("quantity"), money(run.field("amount")));
    }

    private Coupon coupon(JsonInput coupon) {
        coupon.only("id", "amount", "charges");
        var amount = money(coupon.field("amount"));
        return coupon.field("amount").checked(() -> new Coupon(amount, names(coupon)));
    }

    private Tax tax(JsonInput tax) {
        tax.only("id", "percent", "charges");
        var percent = tax.decimal("percent");
        var id = tax.optional("id", "tax", JsonInput::text);
        return tax.field("percent").checked(() -> new Tax(id, percent, names(tax)));
    }

    /** Credits are used in the order given, unless they name a priority or an end. */
    private Grant grant(JsonInput credit) {
        credit.only("id", "amount", "basis", "priority", "expires");
        var priority = credit.optional("priority", 0, JsonInput::integer);
        var expires = credit.optional("expires", null, value -> value.date(ZoneOffset.UTC));
        return new Grant(credit(credit), priority, expires);
    }

    private Credit credit(JsonInput credit) {
        var amount = money(credit.field("amount"));
        var id = credit.optional("id", "credit", JsonInput::text);
        var basis = credit.optional(
                "basis",
                Credit.Basis.BEFORE_TAX,
                value ->
                        value.choice(Map.of("beforeTax", Credit.Basis.BEFORE_TAX, "afterTax", Credit.Basis.AFTER_TAX)));
        return credit.field("amount").checked(() -> new Credit(id, amount, basis));
    }

    private Money money(JsonInput value) {
        var amount = value.decimal();
        return value.checked(() -> new Money(amount, currency));
    }

    /** The charges that a coupon or tax is limited to; absent or null means all, but an empty list is a mistake. */
    private Set<ChargeId> names(JsonInput owner) {
        var value = owner.optional("charges");
        if (value == null) {
            return Set.of();
        }
        var names = new LinkedHashSet<ChargeId>();
        value.items().forEach(item -> names.add(known(item.text(), item)));
        if (names.isEmpty()) {
            throw value.invalid("must name a charge, or be null for all");
        }
        return names;
    }

    private ChargeId known(String id, JsonInput place) {
        var charge = place.checked(() -> new ChargeId(id));
        if (!charges.contains(charge)) {
            throw place.invalid("no charge has the id '" + id + "'");
        }
        return charge;
    }
}

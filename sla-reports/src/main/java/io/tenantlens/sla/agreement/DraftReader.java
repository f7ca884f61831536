package io.tenantlens.sla.agreement;

import io.tenantlens.api.problem.FieldError;
import io.tenantlens.sla.credit.CreditLimits;
import io.tenantlens.sla.credit.CreditSchedule;
import io.tenantlens.sla.credit.CreditStep;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.BudgetWindow;
import io.tenantlens.sla.objective.Objective;
import io.tenantlens.sla.objective.Target;
import io.tenantlens.sla.reading.Promise;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a version of a draft, or notes everything that is wrong with it. */
final class DraftReader {

    private static final String PERCENTAGE = "Send a percentage above 0 and up to 100, like 99.9.";
    private static final int MOST_STEPS = 10;

    /** Without exponents: 1e99999999 would fill the memory. */
    private static final String DECIMAL = "\\d{1,9}(\\.\\d{1,6})?";

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal LONGEST_LATENCY = new BigDecimal(3600);

    private final LocalDate firstPossible;
    private final List<FieldError> errors = new ArrayList<>();

    /** No version may begin on a day that has begun somewhere: what was promised stays promised. */
    DraftReader(LocalDate firstPossible) {
        this.firstPossible = firstPossible;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    Optional<ObjectiveVersion> read(ObjectiveDraft draft) {
        var holder = Holder.parse(draft.holder()).orElse(null);
        if (holder == null) {
            note("/holder", "Name whom it is for: tier:starter, tier:growth, tier:enterprise, or tenant: and a slug.");
        }
        var from = from(draft);
        var until = until(draft, holder, from);
        var availability = target("/availability", draft.availability());
        var counting = counting(draft.counting());
        var slice = draft.slice().isBlank() ? availability : target("/slice", draft.slice());
        var window = window(draft.windowDays());
        var seconds =
                number("/latencySeconds", draft.latencySeconds(), LONGEST_LATENCY, "Send seconds above 0, like 0.5.");
        var latency = target("/latencyPercent", draft.latencyPercent());
        var credits = credits(draft);
        var limits = limits(draft);
        if (!errors.isEmpty()
                || holder == null
                || from == null
                || availability == null
                || counting == null
                || slice == null
                || window == null
                || seconds == null
                || latency == null
                || credits == null
                || limits == null) {
            return Optional.empty();
        }
        var objective = new Objective(availability, counting, slice, window, seconds, latency, from);
        return Optional.of(new ObjectiveVersion(holder, new Promise(objective, credits, limits), until));
    }

    private @Nullable LocalDate from(ObjectiveDraft draft) {
        var from = day("/validFrom", draft.validFrom());
        if (from != null && from.isBefore(firstPossible)) {
            note(
                    "/validFrom",
                    "Send " + firstPossible + " or later: days that have begun keep what they were promised.");
        }
        return from;
    }

    private @Nullable LocalDate until(ObjectiveDraft draft, @Nullable Holder holder, @Nullable LocalDate from) {
        if (draft.validUntil().isBlank()) {
            return null;
        }
        var until = day("/validUntil", draft.validUntil());
        if (holder instanceof Holder.OfTier) {
            note("/validUntil", "Leave this out: a tier's promise lasts until its next version.");
        } else if (until != null && from != null && !until.isAfter(from)) {
            note("/validUntil", "Send a day after the first one.");
        }
        return until;
    }

    private @Nullable LocalDate day(String pointer, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            note(pointer, "Send a date like " + firstPossible + ".");
            return null;
        }
    }

    private @Nullable Target target(String pointer, String text) {
        var percent = number(pointer, text, HUNDRED, PERCENTAGE);
        return percent == null ? null : new Target(percent);
    }

    private @Nullable CountingMethod counting(String text) {
        for (var method : CountingMethod.values()) {
            if (method.name().toLowerCase(Locale.ROOT).equals(text.strip().toLowerCase(Locale.ROOT))) {
                return method;
            }
        }
        note("/counting", "Send occurrences or timeslices.");
        return null;
    }

    private @Nullable BudgetWindow window(String text) {
        if (text.isBlank()) {
            return new BudgetWindow.Month();
        }
        try {
            return new BudgetWindow.Rolling(Integer.parseInt(text.strip()));
        } catch (IllegalArgumentException e) {
            note("/windowDays", "Send 1 to 366 days, or nothing for the calendar month.");
            return null;
        }
    }

    private @Nullable CreditSchedule credits(ObjectiveDraft draft) {
        var cap = orElse(draft.creditCap(), "100", text -> percentOrZero("/creditCap", text));
        var steps = new ArrayList<CreditStep>();
        try {
            for (var part : draft.creditSteps().isBlank()
                    ? List.<String>of()
                    : List.of(draft.creditSteps().split(",", -1))) {
                var step = part.split(":", -1);
                if (step.length != 2 || steps.size() == MOST_STEPS) {
                    throw new IllegalArgumentException(part);
                }
                steps.add(new CreditStep(plain(step[0]), plain(step[1])));
            }
            return cap == null ? null : new CreditSchedule(steps, cap);
        } catch (IllegalArgumentException e) {
            note(
                    "/creditSteps",
                    "Send up to " + MOST_STEPS + " different bounds with a percentage, like 99.9:10, 99.0:25.");
            return null;
        }
    }

    private static BigDecimal plain(String text) {
        if (!text.strip().matches(DECIMAL)) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text.strip());
    }

    private @Nullable CreditLimits limits(ObjectiveDraft draft) {
        var year = orElse(draft.creditYearCap(), "100", text -> percentOrZero("/creditYearCap", text));
        var requests = orElse(draft.creditMinRequests(), "0", text -> {
            if (text.matches("\\d{1,12}")) {
                return new BigDecimal(text);
            }
            note("/creditMinRequests", "Send a whole number of requests, 0 for no such limit.");
            return null;
        });
        return year == null || requests == null ? null : new CreditLimits(year, requests);
    }

    private static @Nullable BigDecimal orElse(
            String text, String otherwise, Function<String, @Nullable BigDecimal> parser) {
        return parser.apply(text.isBlank() ? otherwise : text.strip());
    }

    private @Nullable BigDecimal percentOrZero(String pointer, String text) {
        var zero = text.strip().matches("0+(\\.0+)?");
        return zero ? BigDecimal.ZERO : number(pointer, text, HUNDRED, "Send a percentage from 0 to 100.");
    }

    /** Above zero and up to the bound. */
    private @Nullable BigDecimal number(String pointer, String text, BigDecimal most, String advice) {
        if (text.strip().matches(DECIMAL)) {
            var number = new BigDecimal(text.strip());
            if (number.signum() > 0 && number.compareTo(most) <= 0) {
                return number;
            }
        }
        note(pointer, advice);
        return null;
    }

    private void note(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}

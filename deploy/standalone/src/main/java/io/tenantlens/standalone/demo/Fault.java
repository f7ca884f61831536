package io.tenantlens.standalone.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Something that goes wrong for a shop on demand, and what people then do. */
enum Fault {
    /** Nine of ten payments fail, and people try again a dozen times. */
    PAYMENTS("nine of ten payments fail and people try again: TenantOrderProcessingFailure within about 4 minutes;"
            + " PaymentProcessingDown too, if enough shops are broken") {
        @Override
        Totals bend(Totals usual) {
            var orders = usual.orders() * 12;
            return new Totals(usual.visits(), usual.failed(), usual.slow(), orders, orders * 0.9);
        }
    },
    /** Nine of ten requests take twenty times as long. */
    LATENCY("nine of ten requests take twenty times as long: the percentiles on the service level pages rise; no alert"
            + " rule watches the latency of one shop") {
        @Override
        Totals bend(Totals usual) {
            return new Totals(usual.visits(), usual.failed(), usual.visits() * 0.9, usual.orders(), usual.declined());
        }
    },
    /** Six of ten requests fail at our end, and people reload. */
    ERRORS("six of ten requests fail and people reload: TenantErrorBudgetBurn within about 6 minutes;"
            + " HighErrorRate too, if enough shops are broken") {
        @Override
        Totals bend(Totals usual) {
            var visits = usual.visits() * 6;
            return new Totals(visits, visits * 0.6, usual.slow() * 6, usual.orders(), usual.declined());
        }
    },
    /** One order where there were fifty. */
    REVENUE("one order where there were fifty: revenue stops; PlatformRevenueDropAlert after hours, if all shops are"
            + " broken") {
        @Override
        Totals bend(Totals usual) {
            return new Totals(usual.visits(), usual.failed(), usual.slow(), usual.orders() / 50, usual.declined() / 50);
        }
    },
    /** A program asks for everything. */
    API_SPIKE("150 times as many requests: TenantExceedsAPILimit after 6 to 20 minutes, TenantUsageSpike after"
            + " about 12") {
        @Override
        Totals bend(Totals usual) {
            return new Totals(
                    usual.visits() * 150, usual.failed() * 150, usual.slow() * 150, usual.orders(), usual.declined());
        }
    };

    private final String effect;

    Fault(String effect) {
        this.effect = effect;
    }

    /** What happens in some time instead of what usually would. */
    abstract Totals bend(Totals usual);

    /** What is to be seen of it, and when. */
    String effect() {
        return effect;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> find(String key) {
        return Arrays.stream(values()).filter(fault -> fault.key().equals(key)).findFirst();
    }
}

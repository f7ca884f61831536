package io.tenantlens.api.billing.currency;

import io.tenantlens.cost.money.Currency;
import java.math.BigDecimal;
import java.time.YearMonth;

/** So many units of the quote are paid for one unit of the currency in a month. */
public record ExchangeRate(YearMonth month, Currency currency, Currency quote, BigDecimal rate) {

    public ExchangeRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("rate must be more than zero: " + rate.toPlainString());
        }
        if (currency.equals(quote)) {
            throw new IllegalArgumentException("a rate is between two currencies: " + currency.code());
        }
    }
}

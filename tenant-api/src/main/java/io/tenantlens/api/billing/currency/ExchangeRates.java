package io.tenantlens.api.billing.currency;

import io.tenantlens.cost.money.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Rates within a transaction of the caller. */
public final class ExchangeRates {

    private final Handle handle;
    private final Map<String, BigDecimal> known = new HashMap<>();

    public ExchangeRates(Handle handle) {
        this.handle = handle;
    }

    /**
     * What a unit of a currency is worth in the platform's own.
     *
     * @throws MissingRateException if none was recorded for exactly this month
     */
    public BigDecimal toBdt(Currency currency, YearMonth month) {
        if (currency.equals(Currency.BDT)) {
            return BigDecimal.ONE;
        }
        return known.computeIfAbsent(currency.code() + month, _ -> find(currency, Currency.BDT, month));
    }

    public RateTaken record(ExchangeRate rate) {
        var recorded = handle.createUpdate("""
                        INSERT INTO exchange_rates (month, currency, quote, rate) VALUES (:month, :currency, :quote, :rate)
                        ON CONFLICT DO NOTHING""")
                        .bind("month", rate.month().atDay(1))
                        .bind("currency", rate.currency().code())
                        .bind("quote", rate.quote().code())
                        .bind("rate", rate.rate())
                        .execute()
                == 1;
        if (recorded) {
            return RateTaken.RECORDED;
        }
        var before = find(rate.currency(), rate.quote(), rate.month());
        return before.compareTo(rate.rate()) == 0 ? RateTaken.KNOWN : RateTaken.REFUSED;
    }

    /** All rates, the newest month first. */
    public List<ExchangeRate> all() {
        return handle.createQuery(
                        "SELECT month, currency, quote, rate FROM exchange_rates ORDER BY month DESC, currency")
                .map((row, _) -> new ExchangeRate(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        Currency.of(row.getString("currency")),
                        Currency.of(row.getString("quote")),
                        row.getBigDecimal("rate")))
                .list();
    }

    private BigDecimal find(Currency currency, Currency quote, YearMonth month) {
        return handle.createQuery(
                        "SELECT rate FROM exchange_rates WHERE month = :month AND currency = :currency AND quote = :quote")
                .bind("month", month.atDay(1))
                .bind("currency", currency.code())
                .bind("quote", quote.code())
                .mapTo(BigDecimal.class)
                .findOne()
                .orElseThrow(() -> new MissingRateException("There is no exchange rate from %s to %s for %s."
                        .formatted(currency.code(), quote.code(), month)));
    }
}

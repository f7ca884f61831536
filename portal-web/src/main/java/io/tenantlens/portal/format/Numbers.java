package io.tenantlens.portal.format;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers in one language. Each format is built once: setting ICU up costs more than all the numbers of a page. */
final class Numbers {

    private static final Locale INDIA = Locale.forLanguageTag("en-IN");
    private static final Map<Locale, Numbers> BY_LOCALE = new ConcurrentHashMap<>();

    private final LocalizedNumberFormatter plain;
    private final LocalizedNumberFormatter compact;
    private final LocalizedNumberFormatter change;
    private final Map<Integer, LocalizedNumberFormatter> plainByDecimals = new ConcurrentHashMap<>();
    private final Map<Integer, LocalizedNumberFormatter> percentByDecimals = new ConcurrentHashMap<>();
    private final Map<String, LocalizedNumberFormatter> money = new ConcurrentHashMap<>();
    private final Map<String, LocalizedNumberFormatter> compactMoney = new ConcurrentHashMap<>();

    private Numbers(Locale locale) {
        plain = NumberFormatter.withLocale(ULocale.forLocale(locale)).roundingMode(RoundingMode.HALF_UP);
        compact = plain.notation(Notation.compactShort())
                .precision(Precision.minMaxSignificantDigits(1, 3)
                        .trailingZeroDisplay(NumberFormatter.TrailingZeroDisplay.HIDE_IF_WHOLE));
        change = plain.unit(MeasureUnit.PERCENT).sign(SignDisplay.EXCEPT_ZERO).precision(Precision.fixedFraction(1));
    }

    static Numbers in(Locale locale) {
        return BY_LOCALE.computeIfAbsent(readable(locale), Numbers::new);
    }

    /** CLDR knows no English of Bangladesh; it counts in lakh and crore as the English of India does. */
    private static Locale readable(Locale locale) {
        return locale.getLanguage().equals("en") && locale.getCountry().equals("BD") ? INDIA : locale;
    }

    String number(BigDecimal value, int maxDecimals) {
        return plainByDecimals
                .computeIfAbsent(maxDecimals, decimals -> plain.precision(Precision.maxFraction(decimals)))
                .format(value)
                .toString();
    }

    String compact(BigDecimal value) {
        return compact.format(value).toString();
    }

    String money(BigDecimal amount, String currency, int decimals) {
        return money.computeIfAbsent(
                        currency + decimals,
                        _ -> plain.unit(Currency.getInstance(currency))
                                .unitWidth(UnitWidth.NARROW)
                                .precision(Precision.fixedFraction(decimals)))
                .format(amount)
                .toString();
    }

    String compactMoney(BigDecimal amount, String currency) {
        return compactMoney
                .computeIfAbsent(
                        currency,
                        _ -> compact.unit(Currency.getInstance(currency)).unitWidth(UnitWidth.NARROW))
                .format(amount)
                .toString();
    }

    String percent(BigDecimal percentage, int maxDecimals) {
        return percentByDecimals
                .computeIfAbsent(
                        maxDecimals,
                        decimals -> plain.unit(MeasureUnit.PERCENT).precision(Precision.maxFraction(decimals)))
                .format(percentage)
                .toString();
    }

    String change(BigDecimal percentage) {
        return change.format(percentage).toString();
    }
}

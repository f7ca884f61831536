package io.tenantlens.api.billing.currency;

/** No rate was recorded for a month and pair: record it, then compute again. */
public final class MissingRateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingRateException(String message) {
        super(message);
    }
}

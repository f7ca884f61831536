package io.tenantlens.api.billing;

/** A plan has no rate card in the tenant's currency for the period: staff must publish one. */
public final class NoRateCardException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRateCardException(String message) {
        super(message);
    }
}

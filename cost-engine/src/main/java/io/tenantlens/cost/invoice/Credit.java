package io.tenantlens.cost.invoice;

import io.tenantlens.cost.money.Money;

/** Money that a tenant may use up on its bill. */
public record Credit(String id, Money amount, Basis basis) {

    public Credit {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("credit must not be negative: " + amount);
        }
    }

    /** What a credit settles. */
    public enum Basis {
        /** The price: a grant or a service credit lowers what is taxed. */
        BEFORE_TAX,
        /** The total: prepaid money is a means of payment, the tax stays. */
        AFTER_TAX
    }
}

package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.money.Money;

/** A credit and what no invoice took up of it yet. */
public record OpenCredit(String key, String title, String evidence, Money left) {

    /** The charge of the line that takes it up, by which the use of a credit is found again. */
    public static final String CHARGE_PREFIX = "credit:";
}

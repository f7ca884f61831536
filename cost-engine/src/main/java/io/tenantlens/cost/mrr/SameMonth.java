package io.tenantlens.cost.mrr;

/** How several changes of one tenant in one month count; the industry does not agree. */
public enum SameMonth {
    /** Each change counts: new and churned in one month shows in both, as at Stripe, Maxio and Chargebee. */
    EACH_CHANGE,
    /** Only the difference between the start and the end of the month counts, as at ProfitWell. */
    NET
}

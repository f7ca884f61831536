package io.tenantlens.sla.objective;

/** What an error budget says about its promise, in one word. */
public enum BudgetState {
    /** At least a quarter of the budget is left. */
    KEPT,
    /** Less than a quarter is left. */
    AT_RISK,
    /** More failed than the promise allows. */
    MISSED,
    /** Nothing was counted, which is neither kept nor missed. */
    NO_DATA
}

package io.tenantlens.sla.objective;

/** The days over which an error budget is counted. */
public sealed interface BudgetWindow {

    /** The span that is looked at, usually a calendar month in the tenant's zone. */
    record Month() implements BudgetWindow {}

    /** As many local days, the last one included. */
    record Rolling(int days) implements BudgetWindow {

        private static final int MOST = 366;

        public Rolling {
            if (days < 1 || days > MOST) {
                throw new IllegalArgumentException("a rolling window has 1 to " + MOST + " days: " + days);
            }
        }
    }

    int DAYS_OF_A_MONTH = 30;

    /** The number of days by which burn alerts scale; months are taken as 30 days. */
    default int nominalDays() {
        return switch (this) {
            case Month _ -> DAYS_OF_A_MONTH;
            case Rolling(int days) -> days;
        };
    }
}

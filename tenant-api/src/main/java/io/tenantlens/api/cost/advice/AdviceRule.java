package io.tenantlens.api.cost.advice;

/** The rules and what each says of itself. */
public enum AdviceRule {
    IDLE_DATABASE(
            "Idle dedicated database",
            "An own database that is queried for less than 2 % of the time. Saving: its cost less what tenants of the"
                    + " shared database pay on average."),
    UNREAD_STORAGE(
            "Storage never read",
            "Outbound traffic below 1 % of the files stored. Saving: at most the cost of the file storage."),
    LOW_CACHE_HITS(
            "Low cache hit rate",
            "Fewer than 60 % of at least 1,000 look-ups hit the cache. Saving: the database cost of the misses that a"
                    + " rate of 80 % would spare."),
    IDLE_CAPACITY(
            "Idle capacity",
            "More than 30 % of what a pool costs was paid for and not used. Saving: what is idle beyond a tenth.");

    private final String title;
    private final String definition;

    AdviceRule(String title, String definition) {
        this.title = title;
        this.definition = definition;
    }

    public String title() {
        return title;
    }

    public String definition() {
        return definition;
    }
}

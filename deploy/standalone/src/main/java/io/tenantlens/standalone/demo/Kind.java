package io.tenantlens.standalone.demo;

/** How a shop of the demo world fares. */
enum Kind {
    STEADY,
    GROWING,
    SHRINKING,
    SEASONAL,
    /** Left three months ago. */
    CHURNED,
    /** Stores and computes far more than it sells. */
    LOSS_MAKING,
    /** Has hours in which requests fail or are slow. */
    SLA_BREACHING,
    IDLE
}

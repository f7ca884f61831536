package io.tenantlens.cost.rating;

/** Why a line stands on a bill. */
public enum LineKind {
    /** What a metered quantity costs. */
    USAGE,
    /** An amount that is due whatever was used. */
    FLAT,
    /** What is missing to the minimum of a charge. */
    MINIMUM,
    /** The difference to what earlier runs of the same service period booked. */
    CORRECTION,
    /** A reduction that was agreed, as a line of its own. */
    DISCOUNT,
    /** Money given back, for example for a missed service level. */
    CREDIT
}

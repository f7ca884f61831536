package io.tenantlens.standalone.demo;

/** What a shop has seen since the origin of its world. */
record Totals(double visits, double failed, double slow, double orders, double declined) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    Totals plus(Totals more) {
        return new Totals(
                visits + more.visits,
                failed + more.failed,
                slow + more.slow,
                orders + more.orders,
                declined + more.declined);
    }

    Totals minus(Totals less) {
        return plus(new Totals(-less.visits, -less.failed, -less.slow, -less.orders, -less.declined));
    }

    /** On the straight line from these to those. */
    Totals towards(Totals end, double share) {
        return new Totals(
                visits + share * (end.visits - visits),
                failed + share * (end.failed - failed),
                slow + share * (end.slow - slow),
                orders + share * (end.orders - orders),
                declined + share * (end.declined - declined));
    }
}

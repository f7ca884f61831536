package io.tenantlens.api.fold;

import java.util.ArrayList;
import java.util.List;

/** All that one fold adds to usage. */
final class Rollup {

    private final int fold;
    private final List<Slot> slots = new ArrayList<>();

    Rollup(int fold) {
        this.fold = fold;
    }

    int fold() {
        return fold;
    }

    List<Slot> slots() {
        return slots;
    }

    void add(Slot slot) {
        slots.add(slot);
    }
}

package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.invoice.RatedBill;
import java.util.List;

/** A bill that was computed; the n-th of its lines is the n-th of the rated bill. */
public record BillDraft(String planTitle, List<DraftLine> lines, RatedBill bill) {

    public BillDraft {
        lines = List.copyOf(lines);
    }

    /** Nothing is due and nothing is given back. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}

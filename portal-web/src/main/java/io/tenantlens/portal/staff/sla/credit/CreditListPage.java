package io.tenantlens.portal.staff.sla.credit;

import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.staff.sla.SlaTab;
import java.util.List;

/** All claims, those to decide first. */
public record CreditListPage(PageFrame frame, List<SlaTab.Link> tabs, List<Row> rows) {

    /** A claim. */
    public record Row(
            String href,
            String name,
            String month,
            String mood,
            String state,
            String availability,
            String promised,
            String percent,
            String amount,
            String decided) {}
}

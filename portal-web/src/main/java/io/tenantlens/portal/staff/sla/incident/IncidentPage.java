package io.tenantlens.portal.staff.sla.incident;

import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.MonthChoice;
import io.tenantlens.portal.staff.sla.SlaTab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a month.
 *
 * @param tenant the slug that the list is narrowed to
 * @param problem what is wrong with the filter; null if nothing is
 */
public record IncidentPage(
        PageFrame frame,
        List<SlaTab.Link> tabs,
        String month,
        List<MonthChoice> months,
        String tenant,
        @Nullable String problem,
        boolean mayChange,
        List<Row> rows) {

    /**
     * An incident.
     *
     * @param action where its form goes
     * @param open whether the form is shown at once
     */
    public record Row(
            String tenant,
            String kind,
            String when,
            String lasted,
            String affected,
            String cost,
            String mood,
            String state,
            String note,
            boolean published,
            String action,
            boolean open,
            @Nullable String problem) {}
}

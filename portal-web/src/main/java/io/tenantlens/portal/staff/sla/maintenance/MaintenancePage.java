package io.tenantlens.portal.staff.sla.maintenance;

import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maintenance of the last months and ahead.
 *
 * @param form the form for another window; null for whoever may only read
 * @param zone in which its times are
 */
public record MaintenancePage(
        PageFrame frame,
        List<SlaTab.Link> tabs,
        List<Row> rows,
        @Nullable SentForm form,
        String zone) {

    /**
     * A window.
     *
     * @param cancel where to post to take it back; null where it can't be
     */
    public record Row(
            String title,
            String whom,
            String starts,
            String ends,
            String announced,
            String mood,
            String state,
            @Nullable String cancel) {}
}

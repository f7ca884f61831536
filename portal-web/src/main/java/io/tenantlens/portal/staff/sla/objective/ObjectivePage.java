package io.tenantlens.portal.staff.sla.objective;

import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All versions of all objectives.
 *
 * @param form the form for a new version; null for whoever may only read
 * @param first the first day that a new version may apply to
 * @param file the OpenSLO file that was refused; empty at any other time
 * @param refusals what is wrong with it
 */
public record ObjectivePage(
        PageFrame frame,
        List<SlaTab.Link> tabs,
        List<Row> rows,
        @Nullable SentForm form,
        String first,
        String file,
        List<String> refusals) {

    /**
     * A version.
     *
     * @param again the address that fills the form with it
     */
    public record Row(
            String holder,
            String mood,
            String state,
            String from,
            String until,
            String availability,
            String window,
            String latency,
            String credits,
            String again) {}
}

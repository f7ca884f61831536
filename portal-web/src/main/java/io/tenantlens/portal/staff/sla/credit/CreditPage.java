package io.tenantlens.portal.staff.sla.credit;

import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its evidence.
 *
 * @param days those that were below the promise, the worst first
 * @param form of the decision; null where it is taken, or for whoever may only read
 * @param billTitle what the field for the bill is called
 * @param path below which its forms go
 */
public record CreditPage(
        PageFrame frame,
        List<SlaTab.Link> tabs,
        CreditListPage.Row claim,
        String revised,
        List<Fact> facts,
        List<DayRow> days,
        List<String> maintenance,
        List<IncidentRow> incidents,
        List<Revision> revisions,
        @Nullable SentForm form,
        String billTitle,
        String path,
        String service) {

    /** A number and its name. */
    public record Fact(String name, String value) {}

    /** A day that fell short. */
    public record DayRow(String day, String availability, String failed, String total) {}

    /** An incident of the month. */
    public record IncidentRow(String what, String began, String lasted, String affected, String note) {}

    /** A state of the frozen month. */
    public record Revision(String number, String at, String counted, String checksum, List<String> changes) {}
}

package io.tenantlens.portal.staff.unbilled;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the detector found last.
 *
 * @param asOf when it looked; null before its first round
 * @param shortened whether there is more than is shown
 */
public record UnbilledPage(
        PageFrame frame, @Nullable String asOf, List<Group> groups, List<Row> rows, boolean shortened) {

    /** A cause with what to do about it. */
    public record Group(String title, String advice, String count) {}

    /** Usage of a tenant and month. */
    public record Row(
            String href, String tenant, String month, String meter, String quantity, String cause, String amount) {}
}

package io.tenantlens.portal.staff.costs.setting;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of unit costs and bills shows.
 *
 * @param form null for those who may not change unit costs
 */
public record SettingPage(
        PageFrame frame,
        List<UnitRow> units,
        List<Choice> choices,
        List<BillRow> bills,
        @Nullable UnitCostForm form) {

    /**
     * A version of a unit cost.
     *
     * @param state {@code good} in force, empty for what was or will be
     */
    public record UnitRow(String title, String unit, String amount, String validFrom, String state, String verdict) {}

    /** Something that has a price. */
    public record Choice(String key, String title) {}

    /** An imported bill. */
    public record BillRow(
            String source,
            String period,
            String charges,
            String cost,
            String rate,
            String unmapped,
            String imported,
            String state,
            String verdict) {}
}

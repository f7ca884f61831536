package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;

/**
 * One published card.
 *
 * @param others the other versions of the plan to compare with
 * @param draft where a draft made from it is posted; empty for whoever may only read
 */
public record CardPage(
        PageFrame frame,
        String heading,
        String validity,
        String proration,
        String taxes,
        List<ChargeView> charges,
        List<Other> others,
        String plan,
        String currency,
        String problem,
        String draft) {

    /** Another version of the same plan. */
    public record Other(String title, String href) {}
}

package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;

/** What a card says otherwise than another. */
public record ComparePage(
        PageFrame frame, String before, String beforeHref, String after, String afterHref, List<ItemView> items) {}

package io.tenantlens.portal.layout;

import io.tenantlens.api.access.StaffScope;
import io.tenantlens.portal.format.Look;

/** A request that proved its right to a page of staff, with the frame of that page. */
public record StaffVisit(StaffScope scope, PageFrame frame) {

    public Look look() {
        return frame.look();
    }
}

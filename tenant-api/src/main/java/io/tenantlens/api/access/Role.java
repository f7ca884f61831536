package io.tenantlens.api.access;

import java.util.Arrays;
import java.util.Optional;

/** What a person may be, by the names that the identity provider puts into the token. */
public enum Role {
    TENANT_VIEWER("tenant-viewer", false),
    TENANT_BILLING("tenant-billing", false),
    TENANT_ADMIN("tenant-admin", false),
    STAFF_SUPPORT("staff-support", true),
    STAFF_SRE("staff-sre", true),
    STAFF_FINANCE("staff-finance", true),
    STAFF_ADMIN("staff-admin", true),
    STAFF_AUDITOR("staff-auditor", true),

    /** An API token with the scope {@code read}: a program of the tenant, never a person. */
    API_READER("api-reader", false);

    private final String claim;
    private final boolean staff;

    Role(String claim, boolean staff) {
        this.claim = claim;
        this.staff = staff;
    }

    /** Roles that we do not know entitle to nothing. */
    static Optional<Role> of(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }

    public String claim() {
        return claim;
    }

    /** Staff reach every tenant, the others only those named in their token. */
    public boolean isStaff() {
        return staff;
    }
}

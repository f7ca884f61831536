package io.tenantlens.api.access;

/** Proof that the caller is a member of staff with the right to this area. Only {@link TenantAccess} hands it out. */
public final class StaffScope {

    private final String subject;

    StaffScope(String subject) {
        this.subject = subject;
    }

    /** The identity provider's stable id of the person, for the audit trail. */
    public String subject() {
        return subject;
    }
}

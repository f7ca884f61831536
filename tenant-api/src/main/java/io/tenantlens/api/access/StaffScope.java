package io.tenantlens.api.access;

/** Proof that the caller is a member of staff with the right to this area. Only {@link TenantAccess} hands it out. */
public final class StaffScope {

    private final Caller caller;
    private final Area area;
    private final Access access;

    StaffScope(Caller caller, Area area, Access access) {
        this.caller = caller;
        this.area = area;
        this.access = access;
    }

    /** Who acts, for the audit trail. */
    public Actor actor() {
        return caller.actor();
    }

    public Area area() {
        return area;
    }

    /** True where the right to change was asked for and given; without it the database refuses changes, too. */
    public boolean mayChange() {
        return access == Access.WRITE;
    }

    /** Whether the caller has another right: to show or hide a link. */
    public boolean may(Area other, Access needed) {
        return caller.may(other, needed);
    }
}

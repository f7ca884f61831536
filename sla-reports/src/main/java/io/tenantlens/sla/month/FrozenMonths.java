package io.tenantlens.sla.month;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Frozen months with their revisions. */
@Singleton
public class FrozenMonths {

    private final TenantDatabase tenants;
    private final StaffDatabase staff;

    @Inject
    public FrozenMonths(TenantDatabase tenants, StaffDatabase staff) {
        this.tenants = tenants;
        this.staff = staff;
    }

    /** All revisions, the first one first; none while the month is open. */
    public List<FrozenMonth> revisions(TenantScope scope, YearMonth month) {
        return tenants.inTransaction(scope, handle -> MonthTable.revisions(handle, scope.tenant(), month));
    }

    /** What the newest revision follows from; empty while the month is open. */
    public Optional<FrozenInputs> inputs(StaffScope scope, TenantId tenant, YearMonth month) {
        return staff.inTransaction(scope, handle -> inputs(handle, tenant, month));
    }

    /** The same for the tenant itself. */
    public Optional<FrozenInputs> inputs(TenantScope scope, YearMonth month) {
        return tenants.inTransaction(scope, handle -> inputs(handle, scope.tenant(), month));
    }

    private static Optional<FrozenInputs> inputs(Handle handle, TenantId tenant, YearMonth month) {
        return Optional.ofNullable(
                        MonthTable.newest(handle, List.of(tenant), month).get(tenant))
                .map(stored -> stored.inputs().frozen());
    }

    /** All revisions of any tenant, for staff. */
    public List<FrozenMonth> revisions(StaffScope scope, TenantId tenant, YearMonth month) {
        return staff.inTransaction(scope, handle -> MonthTable.revisions(handle, tenant, month));
    }
}

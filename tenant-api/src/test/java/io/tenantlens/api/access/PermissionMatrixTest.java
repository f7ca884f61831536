package io.tenantlens.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.tenant.TenantId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionMatrixTest {

    private static final TenantId ACORN = new TenantId("acorn");
    private static final TenantId BIRCH = new TenantId("birch");

    @ParameterizedTest
    @CsvSource({
        "TENANT_VIEWER, BILLS, NONE",
        "TENANT_BILLING, BILLS, WRITE",
        "TENANT_BILLING, SETTINGS, NONE",
        "STAFF_SUPPORT, BILLS, READ",
        "STAFF_SRE, BILLS, NONE",
        "STAFF_FINANCE, BILLING, WRITE",
        "STAFF_AUDITOR, AUDIT, READ",
        "API_READER, BILLS, READ",
    })
    void cell_isReadFromTheTable(Role role, Area area, Access expected) {
        assertThat(PermissionMatrix.of(role, area)).isEqualTo(expected);
    }

    @Test
    void auditor_changesNothing() {
        for (var area : Area.values()) {
            assertThat(PermissionMatrix.of(Role.STAFF_AUDITOR, area))
                    .as("%s", area)
                    .isEqualTo(Access.READ);
        }
    }

    @Test
    void tenantRole_countsForOwnTenantsAlone() {
        var caller = caller(Set.of(Role.TENANT_ADMIN), Set.of(ACORN));

        assertThat(caller.may(ACORN, Area.BILLS, Access.WRITE)).isTrue();
        assertThat(caller.may(BIRCH, Area.BILLS, Access.READ)).isFalse();
        assertThat(caller.may(Area.BILLS, Access.READ)).isFalse();
    }

    @Test
    void twoRoles_addUp() {
        var caller = caller(Set.of(Role.TENANT_ADMIN, Role.STAFF_SRE), Set.of(ACORN));

        assertThat(caller.may(ACORN, Area.BILLS, Access.WRITE)).isTrue();
        assertThat(caller.may(BIRCH, Area.USAGE, Access.READ)).isTrue();
        assertThat(caller.may(BIRCH, Area.BILLS, Access.READ)).isFalse();
    }

    @Test
    void tenantsWithoutTenantRole_areNotEntered() {
        var caller = caller(Set.of(), Set.of(ACORN));

        assertThat(caller.ownTenants()).isEmpty();
        assertThat(caller.isOf(ACORN)).isFalse();
    }

    private static Caller caller(Set<Role> roles, Set<TenantId> tenants) {
        return new Caller(new Actor("test", "someone", null), roles, tenants);
    }
}

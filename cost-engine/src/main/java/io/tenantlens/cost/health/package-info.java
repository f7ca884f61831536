/** Signs of trouble: revenue drops and tenants that go quiet. */
@NullMarked
package io.tenantlens.cost.health;

import org.jspecify.annotations.NullMarked;

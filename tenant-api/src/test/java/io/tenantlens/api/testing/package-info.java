/** What tests of all modules share: one PostgreSQL a run, and the fixture tenants. */
@NullMarked
package io.tenantlens.api.testing;

import org.jspecify.annotations.NullMarked;

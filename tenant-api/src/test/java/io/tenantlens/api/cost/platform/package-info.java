/** What all tenants cost adds up to the proof. */
@NullMarked
package io.tenantlens.api.cost.platform;

import org.jspecify.annotations.NullMarked;

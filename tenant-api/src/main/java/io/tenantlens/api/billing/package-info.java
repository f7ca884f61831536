/** What a tenant's usage costs it: plans with their rate cards, and the bill of the open period. */
@NullMarked
package io.tenantlens.api.billing;

import org.jspecify.annotations.NullMarked;

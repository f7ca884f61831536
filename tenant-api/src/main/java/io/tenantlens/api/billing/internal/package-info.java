/** Rate cards and billable quantities as they lie in the database. */
@NullMarked
package io.tenantlens.api.billing.internal;

import org.jspecify.annotations.NullMarked;

/** What is owed to a tenant for a broken promise, as plain calculations. */
@NullMarked
package io.tenantlens.sla.credit;

import org.jspecify.annotations.NullMarked;

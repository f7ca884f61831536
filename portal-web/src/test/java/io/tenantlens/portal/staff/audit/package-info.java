/** The audit trail as staff read it. */
@NullMarked
package io.tenantlens.portal.staff.audit;

import org.jspecify.annotations.NullMarked;

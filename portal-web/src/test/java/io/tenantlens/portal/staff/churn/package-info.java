/** Growth and churn, for finance alone. */
@NullMarked
package io.tenantlens.portal.staff.churn;

import org.jspecify.annotations.NullMarked;

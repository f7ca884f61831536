/** Who comes, who grows, who leaves, and who may leave next. */
@NullMarked
package io.tenantlens.portal.staff.churn;

import org.jspecify.annotations.NullMarked;

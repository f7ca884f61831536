/** A tenant's bill so far, each line opened into its rating steps. */
@NullMarked
package io.tenantlens.portal.tenant.bills;

import org.jspecify.annotations.NullMarked;

/** How budgets and incidents look, to staff and to the tenant alike. */
@NullMarked
package io.tenantlens.portal.sla;

import org.jspecify.annotations.NullMarked;

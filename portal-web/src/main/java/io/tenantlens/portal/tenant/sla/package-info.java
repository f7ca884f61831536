/** How well the service of a tenant kept its promise in a month, with the numbers that prove it. */
@NullMarked
package io.tenantlens.portal.tenant.sla;

import org.jspecify.annotations.NullMarked;

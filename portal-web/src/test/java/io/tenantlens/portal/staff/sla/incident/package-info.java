@NullMarked
package io.tenantlens.portal.staff.sla.incident;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.tenantlens.portal.staff.sla.objective;

import org.jspecify.annotations.NullMarked;

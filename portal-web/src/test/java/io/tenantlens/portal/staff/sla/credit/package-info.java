@NullMarked
package io.tenantlens.portal.staff.sla.credit;

import org.jspecify.annotations.NullMarked;

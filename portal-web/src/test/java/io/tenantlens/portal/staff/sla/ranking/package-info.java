@NullMarked
package io.tenantlens.portal.staff.sla.ranking;

import org.jspecify.annotations.NullMarked;

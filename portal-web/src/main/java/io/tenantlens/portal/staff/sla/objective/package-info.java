/** What is promised to whom: read, set ahead, and exchanged as OpenSLO. */
@NullMarked
package io.tenantlens.portal.staff.sla.objective;

import org.jspecify.annotations.NullMarked;

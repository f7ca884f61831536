/** SLA reports by mail: who gets them and when, sent once for each period, and how to stop them. */
@NullMarked
package io.tenantlens.sla.report;

import org.jspecify.annotations.NullMarked;

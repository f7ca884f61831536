/** The SLA report as readers get it. */
@NullMarked
package io.tenantlens.portal.report;

import org.jspecify.annotations.NullMarked;

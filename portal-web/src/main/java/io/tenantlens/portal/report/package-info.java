/** The SLA report: the figures of the page, in words and drawings for print, in English or Bengali. */
@NullMarked
package io.tenantlens.portal.report;

import org.jspecify.annotations.NullMarked;

/** What a drawn chart must contain. */
@NullMarked
package io.tenantlens.portal.chart;

import org.jspecify.annotations.NullMarked;

/** Usage laid out on a calendar: every hour, day or month of a range, with gaps where nothing was measured. */
@NullMarked
package io.tenantlens.portal.tenant.series;

import org.jspecify.annotations.NullMarked;

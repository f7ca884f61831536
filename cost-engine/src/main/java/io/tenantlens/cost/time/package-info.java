/** Half-open spans of time and the calendar months that are billed. */
@NullMarked
package io.tenantlens.cost.time;

import org.jspecify.annotations.NullMarked;

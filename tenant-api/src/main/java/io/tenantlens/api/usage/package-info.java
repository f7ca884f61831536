/** Usage as pages and the API read it: points over time, totals, and how fresh they are. */
@NullMarked
package io.tenantlens.api.usage;

import org.jspecify.annotations.NullMarked;

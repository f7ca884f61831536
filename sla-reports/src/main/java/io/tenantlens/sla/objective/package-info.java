/** What was promised and how much of the allowed failure is used up, as plain calculations. */
@NullMarked
package io.tenantlens.sla.objective;

import org.jspecify.annotations.NullMarked;

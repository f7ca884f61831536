/** What the roll-ups say about a tenant's service over a span of days, against what was promised. */
@NullMarked
package io.tenantlens.sla.reading;

import org.jspecify.annotations.NullMarked;

/** The queries behind the readings. */
@NullMarked
package io.tenantlens.sla.reading.internal;

import org.jspecify.annotations.NullMarked;

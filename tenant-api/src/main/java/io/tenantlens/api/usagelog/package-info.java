/** The durable log of what was acknowledged: batches go in by shared commits, the fold reads them in order. */
@NullMarked
package io.tenantlens.api.usagelog;

import org.jspecify.annotations.NullMarked;

/** Which series exist: their identity, their labels, and the index that resolves them on the hot path. */
@NullMarked
package io.tenantlens.api.series;

import org.jspecify.annotations.NullMarked;

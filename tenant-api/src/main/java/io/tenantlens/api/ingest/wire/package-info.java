/** Bytes as senders write them, read with bounds and without copying. */
@NullMarked
package io.tenantlens.api.ingest.wire;

import org.jspecify.annotations.NullMarked;

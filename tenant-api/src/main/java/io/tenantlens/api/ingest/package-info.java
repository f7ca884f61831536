/** The way in for measurements: who may write, what is let in, and what is refused for which reason. */
@NullMarked
package io.tenantlens.api.ingest;

import org.jspecify.annotations.NullMarked;

/** Prometheus remote write, versions 1.0 and 2.0: from a compressed body to samples of series. */
@NullMarked
package io.tenantlens.api.ingest.remotewrite;

import org.jspecify.annotations.NullMarked;

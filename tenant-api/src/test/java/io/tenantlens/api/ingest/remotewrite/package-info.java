/** Tests of what is let in and what is not. */
@NullMarked
package io.tenantlens.api.ingest.remotewrite;

import org.jspecify.annotations.NullMarked;

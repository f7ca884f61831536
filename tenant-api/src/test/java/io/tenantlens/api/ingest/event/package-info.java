/** Tests of what is let in and what is not. */
@NullMarked
package io.tenantlens.api.ingest.event;

import org.jspecify.annotations.NullMarked;

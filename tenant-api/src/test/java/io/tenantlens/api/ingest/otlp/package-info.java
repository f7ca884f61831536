/** Tests of what is let in and what is not. */
@NullMarked
package io.tenantlens.api.ingest.otlp;

import org.jspecify.annotations.NullMarked;

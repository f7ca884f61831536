/** Tests of the ways in for measurements, over HTTP. */
@NullMarked
package io.tenantlens.portal.ingest;

import org.jspecify.annotations.NullMarked;

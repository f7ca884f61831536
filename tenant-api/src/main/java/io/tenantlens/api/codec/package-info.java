/** Compact binary writing and reading that the usage log, the series state and the sample blocks share. */
@NullMarked
package io.tenantlens.api.codec;

import org.jspecify.annotations.NullMarked;

/** Tests of this feature. */
@NullMarked
package io.tenantlens.api.meter;

import org.jspecify.annotations.NullMarked;

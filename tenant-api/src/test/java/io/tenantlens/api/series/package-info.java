/** Tests of this feature. */
@NullMarked
package io.tenantlens.api.series;

import org.jspecify.annotations.NullMarked;

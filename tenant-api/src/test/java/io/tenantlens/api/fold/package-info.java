/** Tests of this feature. */
@NullMarked
package io.tenantlens.api.fold;

import org.jspecify.annotations.NullMarked;

/** Tests of this feature. */
@NullMarked
package io.tenantlens.api.usage;

import org.jspecify.annotations.NullMarked;

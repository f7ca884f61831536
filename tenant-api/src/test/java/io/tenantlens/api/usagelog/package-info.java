/** Tests of this feature. */
@NullMarked
package io.tenantlens.api.usagelog;

import org.jspecify.annotations.NullMarked;

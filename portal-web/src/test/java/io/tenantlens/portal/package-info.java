/** Tests of the running portal. */
@NullMarked
package io.tenantlens.portal;

import org.jspecify.annotations.NullMarked;

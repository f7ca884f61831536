/** The pages of the portal. */
@NullMarked
package io.tenantlens.portal;

import org.jspecify.annotations.NullMarked;

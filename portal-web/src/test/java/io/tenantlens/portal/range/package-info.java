/** Tests of ranges and addresses. */
@NullMarked
package io.tenantlens.portal.range;

import org.jspecify.annotations.NullMarked;

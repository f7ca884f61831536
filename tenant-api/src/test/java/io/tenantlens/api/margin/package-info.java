/** Margin is billed revenue less allocated cost, to the last unit. */
@NullMarked
package io.tenantlens.api.margin;

import org.jspecify.annotations.NullMarked;

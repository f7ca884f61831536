/** What is left of revenue after cost. */
@NullMarked
package io.tenantlens.cost.margin;

import org.jspecify.annotations.NullMarked;

/** A tenant's billed cost in the FOCUS format, version 1.2, with the columns of split allocation. */
@NullMarked
package io.tenantlens.api.focus;

import org.jspecify.annotations.NullMarked;

/** A tenant's service over the JSON API. */
@NullMarked
package io.tenantlens.sla.json;

import org.jspecify.annotations.NullMarked;

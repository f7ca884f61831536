/** Cost goes on as it went. */
@NullMarked
package io.tenantlens.api.cost.projection;

import org.jspecify.annotations.NullMarked;

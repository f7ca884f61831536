/** What each tenant costs the platform, by type, pool and time; known to staff alone. */
@NullMarked
package io.tenantlens.api.cost;

import org.jspecify.annotations.NullMarked;

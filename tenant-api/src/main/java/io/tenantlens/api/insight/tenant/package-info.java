/** Everything that staff look at of one tenant. */
@NullMarked
package io.tenantlens.api.insight.tenant;

import org.jspecify.annotations.NullMarked;

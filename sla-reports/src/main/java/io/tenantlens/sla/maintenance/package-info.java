/** Work on the platform that staff announce ahead, so that its hours count neither way. */
@NullMarked
package io.tenantlens.sla.maintenance;

import org.jspecify.annotations.NullMarked;

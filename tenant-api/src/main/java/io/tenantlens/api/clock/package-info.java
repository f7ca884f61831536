/** The one clock of the running application; tests fix it. */
@NullMarked
package io.tenantlens.api.clock;

import org.jspecify.annotations.NullMarked;

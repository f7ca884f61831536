/** What this process of the portal is there for. */
@NullMarked
package io.tenantlens.api.instance;

import org.jspecify.annotations.NullMarked;

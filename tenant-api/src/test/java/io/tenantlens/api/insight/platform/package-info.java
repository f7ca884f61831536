/** Tests of figures about the platform and its data. */
@NullMarked
package io.tenantlens.api.insight.platform;

import org.jspecify.annotations.NullMarked;

/** Takes alert expressions apart. */
@NullMarked
package io.tenantlens.api.prometheus;

import org.jspecify.annotations.NullMarked;

/** Tests of the bill. */
@NullMarked
package io.tenantlens.api.billing;

import org.jspecify.annotations.NullMarked;

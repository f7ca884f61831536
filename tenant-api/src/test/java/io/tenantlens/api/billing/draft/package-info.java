/** Tests of computed bills. */
@NullMarked
package io.tenantlens.api.billing.draft;

import org.jspecify.annotations.NullMarked;

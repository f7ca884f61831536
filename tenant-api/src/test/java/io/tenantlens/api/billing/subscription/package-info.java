/** Tests of subscriptions. */
@NullMarked
package io.tenantlens.api.billing.subscription;

import org.jspecify.annotations.NullMarked;

/** What each tenant is subscribed to from which day on, as a history that is only added to. */
@NullMarked
package io.tenantlens.api.billing.subscription;

import org.jspecify.annotations.NullMarked;

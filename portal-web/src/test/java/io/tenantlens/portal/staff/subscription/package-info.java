/** Tests of the pages of subscriptions for staff. */
@NullMarked
package io.tenantlens.portal.staff.subscription;

import org.jspecify.annotations.NullMarked;

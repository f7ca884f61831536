/** What a tenant owes for a month: fixed fees by the day, usage of the whole month, corrections of earlier ones, credits. */
@NullMarked
package io.tenantlens.api.billing.draft;

import org.jspecify.annotations.NullMarked;

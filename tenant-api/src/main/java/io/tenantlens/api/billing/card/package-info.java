/** Rate cards as staff read, draft, compare and publish them; a published one never changes. */
@NullMarked
package io.tenantlens.api.billing.card;

import org.jspecify.annotations.NullMarked;

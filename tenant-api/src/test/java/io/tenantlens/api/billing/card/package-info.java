/** Tests of rate cards, their drafts and their publishing. */
@NullMarked
package io.tenantlens.api.billing.card;

import org.jspecify.annotations.NullMarked;

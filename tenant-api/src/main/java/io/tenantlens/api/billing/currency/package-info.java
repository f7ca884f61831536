/** What currencies were worth in a month: one rate a month and pair, never edited and never taken from another month. */
@NullMarked
package io.tenantlens.api.billing.currency;

import org.jspecify.annotations.NullMarked;

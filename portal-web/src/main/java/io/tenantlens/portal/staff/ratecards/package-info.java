/** Rate cards: the plans with their versions, one card, drafts, what differs, and publishing. */
@NullMarked
package io.tenantlens.portal.staff.ratecards;

import org.jspecify.annotations.NullMarked;

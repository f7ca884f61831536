/** A rate card in the making: its form and its JSON, what is wrong with it, and publishing it. */
@NullMarked
package io.tenantlens.portal.staff.ratecards.draft;

import org.jspecify.annotations.NullMarked;

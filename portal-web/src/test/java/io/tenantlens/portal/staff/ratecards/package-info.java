/** Tests of the pages of rate cards. */
@NullMarked
package io.tenantlens.portal.staff.ratecards;

import org.jspecify.annotations.NullMarked;

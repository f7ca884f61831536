/** Tests of the pages of what-if rating. */
@NullMarked
package io.tenantlens.portal.staff.whatif;

import org.jspecify.annotations.NullMarked;

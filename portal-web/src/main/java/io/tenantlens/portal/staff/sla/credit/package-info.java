/** Service credits that frozen months earn: the evidence, and the decision of finance. */
@NullMarked
package io.tenantlens.portal.staff.sla.credit;

import org.jspecify.annotations.NullMarked;

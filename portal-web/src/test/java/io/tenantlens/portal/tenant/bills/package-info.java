/** Tests of the pages and the JSON API of bills. */
@NullMarked
package io.tenantlens.portal.tenant.bills;

import org.jspecify.annotations.NullMarked;

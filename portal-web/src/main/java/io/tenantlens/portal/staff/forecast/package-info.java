/** What is to be expected of a daily amount, drawn and explained the same way on every page of staff. */
@NullMarked
package io.tenantlens.portal.staff.forecast;

import org.jspecify.annotations.NullMarked;

/** Tests of the page about data. */
@NullMarked
package io.tenantlens.portal.staff.data;

import org.jspecify.annotations.NullMarked;

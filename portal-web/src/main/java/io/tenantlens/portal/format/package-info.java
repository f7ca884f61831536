/** How amounts, quantities and times look to a reader: their language, digits, grouping and time zone. */
@NullMarked
package io.tenantlens.portal.format;

import org.jspecify.annotations.NullMarked;

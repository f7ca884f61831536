/** The days that a page is about: read from the same query parameters everywhere, offered by the same picker. */
@NullMarked
package io.tenantlens.portal.range;

import org.jspecify.annotations.NullMarked;

/** Tables that are searched, sorted and paged by their address, the same way on every page. */
@NullMarked
package io.tenantlens.portal.table;

import org.jspecify.annotations.NullMarked;

/** What a page needs to know of htmx: whether it is asked for the whole page or a part. */
@NullMarked
package io.tenantlens.portal.htmx;

import org.jspecify.annotations.NullMarked;

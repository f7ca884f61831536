/** Tests of rights, page by page and role by role. */
@NullMarked
package io.tenantlens.portal.access;

import org.jspecify.annotations.NullMarked;

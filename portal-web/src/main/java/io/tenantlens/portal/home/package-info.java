/** The way from the bare address to the right first page, and what is said where there is none. */
@NullMarked
package io.tenantlens.portal.home;

import org.jspecify.annotations.NullMarked;

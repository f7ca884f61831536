/** Exact strings for exact values. */
@NullMarked
package io.tenantlens.portal.format;

import org.jspecify.annotations.NullMarked;

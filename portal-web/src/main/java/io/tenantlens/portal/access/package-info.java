/** Signing in and out of the pages, and what every answer carries to keep it safe. */
@NullMarked
package io.tenantlens.portal.access;

import org.jspecify.annotations.NullMarked;

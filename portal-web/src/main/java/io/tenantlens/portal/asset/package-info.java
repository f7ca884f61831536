/** Style, scripts and pictures: served by ourselves, cached for ever, and named anew whenever they change. */
@NullMarked
package io.tenantlens.portal.asset;

import org.jspecify.annotations.NullMarked;

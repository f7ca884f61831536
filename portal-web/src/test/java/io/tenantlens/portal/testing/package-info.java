/** What tests of pages share: people who are signed in, a clock that stands still, and three shops in October 2026. */
@NullMarked
package io.tenantlens.portal.testing;

import org.jspecify.annotations.NullMarked;

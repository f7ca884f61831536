/** Scopes for tests, and the tests of tenant isolation. */
@NullMarked
package io.tenantlens.api.access;

import org.jspecify.annotations.NullMarked;

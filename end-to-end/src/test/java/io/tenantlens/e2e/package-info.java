/** What users do, in a real browser against the real stack. */
@NullMarked
package io.tenantlens.e2e;

import org.jspecify.annotations.NullMarked;

/** The register of tenants: which shops there are, on which plan, in which currency, language and time zone. */
@NullMarked
package io.tenantlens.api.directory;

import org.jspecify.annotations.NullMarked;

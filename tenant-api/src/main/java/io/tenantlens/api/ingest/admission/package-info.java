/** Who may write for which tenant, how much, and why something was not let in. */
@NullMarked
package io.tenantlens.api.ingest.admission;

import org.jspecify.annotations.NullMarked;

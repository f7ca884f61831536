/** The audit trail: who did what for which tenant, append-only and chained by hashes, and the proof that nobody touched it. */
@NullMarked
package io.tenantlens.api.audit;

import org.jspecify.annotations.NullMarked;

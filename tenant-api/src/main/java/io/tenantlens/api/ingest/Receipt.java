package io.tenantlens.api.ingest;

import io.tenantlens.api.ingest.admission.Rejections;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request: what is durable now, and what was refused.
 *
 * @param retryAfter when a tenant that exceeded its rate may write again, or null if none did
 */
public record Receipt(
        int samples,
        int histograms,
        int exemplars,
        Rejections rejections,
        @Nullable Duration retryAfter) {}

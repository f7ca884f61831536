/** OTLP/HTTP metrics: OpenTelemetry's data model translated to series as Prometheus would name them. */
@NullMarked
package io.tenantlens.api.ingest.otlp;

import org.jspecify.annotations.NullMarked;

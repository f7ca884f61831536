/** Prometheus' HTTP API: its alert rules, and series over time. For staff alone; tenants never reach PromQL. */
@NullMarked
package io.tenantlens.api.prometheus;

import org.jspecify.annotations.NullMarked;

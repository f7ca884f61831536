/** Proves the alert rules and their routing with the tools of Prometheus and Alertmanager themselves. */
@NullMarked
package io.tenantlens.standalone.rules;

import org.jspecify.annotations.NullMarked;

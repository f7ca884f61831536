/** Stretches of bad service, found in the hours and told to the tenants concerned. */
@NullMarked
package io.tenantlens.sla.incident;

import org.jspecify.annotations.NullMarked;

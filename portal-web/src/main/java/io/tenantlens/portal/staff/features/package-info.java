/** Adoption of features: which tenants use which, and how that grew. */
@NullMarked
package io.tenantlens.portal.staff.features;

import org.jspecify.annotations.NullMarked;

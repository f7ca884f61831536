/** Which tenants use which features, and how that grows. */
@NullMarked
package io.tenantlens.api.insight.feature;

import org.jspecify.annotations.NullMarked;

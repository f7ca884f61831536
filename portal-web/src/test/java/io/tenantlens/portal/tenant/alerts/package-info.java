/** What a shop sees of its own alerts. */
@NullMarked
package io.tenantlens.portal.tenant.alerts;

import org.jspecify.annotations.NullMarked;

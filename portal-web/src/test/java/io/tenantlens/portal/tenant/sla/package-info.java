@NullMarked
package io.tenantlens.portal.tenant.sla;

import org.jspecify.annotations.NullMarked;

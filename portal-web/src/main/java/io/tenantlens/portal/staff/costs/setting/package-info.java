/** What cost is computed from: unit costs with their validity, and the bills that were imported. */
@NullMarked
package io.tenantlens.portal.staff.costs.setting;

import org.jspecify.annotations.NullMarked;

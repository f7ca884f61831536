/** Tests of the adoption of features. */
@NullMarked
package io.tenantlens.portal.staff.features;

import org.jspecify.annotations.NullMarked;

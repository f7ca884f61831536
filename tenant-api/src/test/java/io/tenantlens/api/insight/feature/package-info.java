/** Tests of the adoption of features. */
@NullMarked
package io.tenantlens.api.insight.feature;

import org.jspecify.annotations.NullMarked;

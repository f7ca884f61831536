/** What the gauges about the business say of known usage. */
@NullMarked
package io.tenantlens.api.insight;

import org.jspecify.annotations.NullMarked;

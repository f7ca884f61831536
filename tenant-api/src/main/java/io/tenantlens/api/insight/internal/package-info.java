/** Keeps the figures that staff pages read in step with the roll-ups. */
@NullMarked
package io.tenantlens.api.insight.internal;

import org.jspecify.annotations.NullMarked;

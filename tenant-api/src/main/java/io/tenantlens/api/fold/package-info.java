/** Turns the usage log into series state, sample blocks and roll-ups, exactly once. */
@NullMarked
package io.tenantlens.api.fold;

import org.jspecify.annotations.NullMarked;

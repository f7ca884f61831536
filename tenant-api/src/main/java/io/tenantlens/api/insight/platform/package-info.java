/** Figures about the platform as a whole and about the data that it keeps. */
@NullMarked
package io.tenantlens.api.insight.platform;

import org.jspecify.annotations.NullMarked;

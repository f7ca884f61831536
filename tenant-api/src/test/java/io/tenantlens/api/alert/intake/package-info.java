/** Proves that each alert counts once, whatever Alertmanager sends and in whatever order. */
@NullMarked
package io.tenantlens.api.alert.intake;

import org.jspecify.annotations.NullMarked;

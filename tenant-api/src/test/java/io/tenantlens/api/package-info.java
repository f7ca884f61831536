/** Rules of the whole module. */
@NullMarked
package io.tenantlens.api;

import org.jspecify.annotations.NullMarked;

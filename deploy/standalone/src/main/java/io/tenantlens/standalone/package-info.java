/** Tenantlens on one machine: the commands of {@code ./tenantlens}. */
@NullMarked
package io.tenantlens.standalone;

import org.jspecify.annotations.NullMarked;

/** Starts, watches and stops everything that Tenantlens needs on one machine. */
@NullMarked
package io.tenantlens.standalone.launcher;

import org.jspecify.annotations.NullMarked;

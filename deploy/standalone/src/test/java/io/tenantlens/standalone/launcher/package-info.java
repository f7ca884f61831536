/** Tests of the launcher's own decisions. */
@NullMarked
package io.tenantlens.standalone.launcher;

import org.jspecify.annotations.NullMarked;

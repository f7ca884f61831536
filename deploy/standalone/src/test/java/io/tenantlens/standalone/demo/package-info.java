/** Tests of the demo world: the same every time, whole, and plausible. */
@NullMarked
package io.tenantlens.standalone.demo;

import org.jspecify.annotations.NullMarked;

/** Remote write 1.0 as a sender speaks it: for the demo platform, the benchmarks and the end-to-end tests. */
@NullMarked
package io.tenantlens.standalone.remotewrite;

import org.jspecify.annotations.NullMarked;

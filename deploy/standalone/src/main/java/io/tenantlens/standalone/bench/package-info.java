/** Benchmarks of a running instance. Each prints one line of JSON with its figures and stops by itself. */
@NullMarked
package io.tenantlens.standalone.bench;

import org.jspecify.annotations.NullMarked;

/** A simulated shop platform: tenants of different kinds, their history, and live traffic through the public interfaces. */
@NullMarked
package io.tenantlens.standalone.demo;

import org.jspecify.annotations.NullMarked;

/** Where a daily series is heading: trend, weekly season and a band. */
@NullMarked
package io.tenantlens.cost.forecast;

import org.jspecify.annotations.NullMarked;

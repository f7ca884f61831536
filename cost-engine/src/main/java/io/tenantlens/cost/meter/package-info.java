/** What is measured: the keys of meters and how samples become one quantity. */
@NullMarked
package io.tenantlens.cost.meter;

import org.jspecify.annotations.NullMarked;

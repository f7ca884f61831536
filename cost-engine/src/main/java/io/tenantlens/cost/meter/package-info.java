/** What is measured: the keys of metered quantities and how samples become one quantity. */
@NullMarked
package io.tenantlens.cost.meter;

import org.jspecify.annotations.NullMarked;

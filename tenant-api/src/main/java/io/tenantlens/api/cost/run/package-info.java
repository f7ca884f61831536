/** Allocation runs: the cost of a day or an hour divided over tenants, stored with its proof, the same however often repeated. */
@NullMarked
package io.tenantlens.api.cost.run;

import org.jspecify.annotations.NullMarked;

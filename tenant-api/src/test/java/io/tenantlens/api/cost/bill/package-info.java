@NullMarked
package io.tenantlens.api.cost.bill;

import org.jspecify.annotations.NullMarked;

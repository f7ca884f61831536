/** What is left of the revenue of each tenant after its cost: billed revenue where a month is billed, else what has accrued. */
@NullMarked
package io.tenantlens.api.margin;

import org.jspecify.annotations.NullMarked;

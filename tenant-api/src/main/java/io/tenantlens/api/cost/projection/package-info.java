/** Where the cost of each tenant is heading, kept by a job. */
@NullMarked
package io.tenantlens.api.cost.projection;

import org.jspecify.annotations.NullMarked;

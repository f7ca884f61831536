/** What could cost less: rules over what tenants used and cost, each with the saving that it sees. */
@NullMarked
package io.tenantlens.api.cost.advice;

import org.jspecify.annotations.NullMarked;

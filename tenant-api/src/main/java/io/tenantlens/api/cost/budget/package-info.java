/** What staff allow a tenant to cost a month. It is no part of the bill, and tenants never see it. */
@NullMarked
package io.tenantlens.api.cost.budget;

import org.jspecify.annotations.NullMarked;

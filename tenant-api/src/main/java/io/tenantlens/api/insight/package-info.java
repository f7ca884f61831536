/** What the usage of all tenants says about the business: who goes quiet, and what is normal. */
@NullMarked
package io.tenantlens.api.insight;

import org.jspecify.annotations.NullMarked;

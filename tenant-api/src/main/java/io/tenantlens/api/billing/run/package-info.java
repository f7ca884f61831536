/** The month end: drafts for all tenants, approved by staff, issued under numbers without gaps. */
@NullMarked
package io.tenantlens.api.billing.run;

import org.jspecify.annotations.NullMarked;

/** Tests of the month end. */
@NullMarked
package io.tenantlens.api.billing.run;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.tenantlens.api.billing.credit;

import org.jspecify.annotations.NullMarked;

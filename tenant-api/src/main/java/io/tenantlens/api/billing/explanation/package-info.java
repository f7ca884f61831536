/** Why a line of an invoice is what it is: the usage behind it, its price, and the case that gives the amount again. */
@NullMarked
package io.tenantlens.api.billing.explanation;

import org.jspecify.annotations.NullMarked;

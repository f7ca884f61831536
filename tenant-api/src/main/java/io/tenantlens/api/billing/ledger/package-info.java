/** Documents of all tenants for staff: found, marked as paid, or taken back with a credit note. */
@NullMarked
package io.tenantlens.api.billing.ledger;

import org.jspecify.annotations.NullMarked;

/** How alerts come in: Alertmanager's webhook, what it could not tell, and the comparison with what Alertmanager holds. */
@NullMarked
package io.tenantlens.api.alert.intake;

import org.jspecify.annotations.NullMarked;

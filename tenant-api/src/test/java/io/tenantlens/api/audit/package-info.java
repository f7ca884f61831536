/** Tests of the audit trail. */
@NullMarked
package io.tenantlens.api.audit;

import org.jspecify.annotations.NullMarked;

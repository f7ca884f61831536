/** Who did what: the audit trail as admins and auditors of the platform read it. */
@NullMarked
package io.tenantlens.portal.staff.audit;

import org.jspecify.annotations.NullMarked;

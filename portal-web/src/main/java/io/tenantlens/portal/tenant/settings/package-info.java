/** What is known of a tenant, and the tokens of its programs. */
@NullMarked
package io.tenantlens.portal.tenant.settings;

import org.jspecify.annotations.NullMarked;

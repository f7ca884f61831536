/** Who may do what, and the only place that proves it: permissions, scopes, and the databases that take a scope. */
@NullMarked
package io.tenantlens.api.access;

import org.jspecify.annotations.NullMarked;

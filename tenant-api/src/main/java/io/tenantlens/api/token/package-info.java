/** API tokens: how programs of a tenant send its data and read it, without a person's sign-in. */
@NullMarked
package io.tenantlens.api.token;

import org.jspecify.annotations.NullMarked;

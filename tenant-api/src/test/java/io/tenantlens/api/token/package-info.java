/** Tests of API tokens. */
@NullMarked
package io.tenantlens.api.token;

import org.jspecify.annotations.NullMarked;

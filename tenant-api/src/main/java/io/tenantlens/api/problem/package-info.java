/** How the API says what is wrong: RFC 9457 problems that name each invalid field. */
@NullMarked
package io.tenantlens.api.problem;

import org.jspecify.annotations.NullMarked;

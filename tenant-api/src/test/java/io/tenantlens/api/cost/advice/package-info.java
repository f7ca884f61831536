/** Each rule finds what it says, and nothing else. */
@NullMarked
package io.tenantlens.api.cost.advice;

import org.jspecify.annotations.NullMarked;

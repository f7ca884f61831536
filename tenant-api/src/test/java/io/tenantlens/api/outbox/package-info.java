/** Tests of the outbox. */
@NullMarked
package io.tenantlens.api.outbox;

import org.jspecify.annotations.NullMarked;

/** Everything that leaves the portal: put in within the transaction of its cause, delivered at least once, parked when it can't be. */
@NullMarked
package io.tenantlens.api.outbox;

import org.jspecify.annotations.NullMarked;

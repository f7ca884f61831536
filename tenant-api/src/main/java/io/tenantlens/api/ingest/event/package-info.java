/** Usage events: what happened once and is counted once, such as an order, sent as CloudEvents. */
@NullMarked
package io.tenantlens.api.ingest.event;

import org.jspecify.annotations.NullMarked;

package io.tenantlens.api.alert.intake;

import io.tenantlens.api.alert.StoredAlert;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * An alert is on or over, for the first time that we hear of it. Fired within the transaction that stores it, so that what follows
 * from it is written with it or not at all.
 *
 * @param handle the transaction, a worker's
 */
public record AlertNews(Handle handle, StoredAlert alert, Instant at) {}

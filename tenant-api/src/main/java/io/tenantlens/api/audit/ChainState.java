package io.tenantlens.api.audit;

import java.time.Instant;

/**
 * What the last walk along the chain found.
 *
 * @param checkedAt when its newest records were looked at
 * @param wholeAt when it was last walked from the first record on
 */
public record ChainState(Verdict verdict, Instant checkedAt, Instant wholeAt) {}

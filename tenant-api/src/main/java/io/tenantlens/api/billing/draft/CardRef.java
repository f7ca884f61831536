package io.tenantlens.api.billing.draft;

import java.time.LocalDate;

/** Names a rate card for good, together with a currency: a plan and the day its card is valid from. */
public record CardRef(String plan, LocalDate validFrom) {}

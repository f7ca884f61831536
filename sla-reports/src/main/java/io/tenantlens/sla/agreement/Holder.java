package io.tenantlens.sla.agreement;

import io.tenantlens.cost.tenant.TenantId;
import java.util.Optional;
import java.util.Set;

/** Whom a promise is made to. */
public sealed interface Holder {

    Set<String> TIERS = Set.of("starter", "growth", "enterprise");

    /** All tenants of a tier without an agreement of their own. */
    record OfTier(String tier) implements Holder {}

    /** One tenant, instead of its tier's promise. */
    record OfTenant(TenantId tenant) implements Holder {}

    /** As forms and files name it: {@code tier:growth} or {@code tenant:acorn}. */
    static Optional<Holder> parse(String text) {
        if (text.startsWith("tier:")) {
            return Optional.of(text.substring("tier:".length()))
                    .filter(TIERS::contains)
                    .map(OfTier::new);
        }
        return text.startsWith("tenant:")
                ? TenantId.ofShop(text.substring("tenant:".length())).map(OfTenant::new)
                : Optional.empty();
    }

    default String key() {
        return switch (this) {
            case OfTier(String tier) -> "tier:" + tier;
            case OfTenant(TenantId tenant) -> "tenant:" + tenant;
        };
    }
}

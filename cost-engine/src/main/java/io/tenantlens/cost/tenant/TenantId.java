package io.tenantlens.cost.tenant;

import java.util.Optional;
import java.util.regex.Pattern;

/** The slug that names a shop in URLs, labels and tables: 1 to 63 lower-case letters, digits and inner hyphens. */
public record TenantId(String value) implements Comparable<TenantId> {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|_platform");

    /** Owner of what belongs to no shop, such as the platform's own health series. Never a tenant that one may enter. */
    public static final TenantId PLATFORM = new TenantId("_platform");

    public TenantId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException("tenant must be 1 to 63 of a-z, 0-9 and inner hyphens: " + value);
        }
    }

    /** The shop of this slug, or nothing where no shop can have it: the platform is none. */
    public static Optional<TenantId> ofShop(String slug) {
        return SLUG.matcher(slug).matches() && !slug.equals(PLATFORM.value)
                ? Optional.of(new TenantId(slug))
                : Optional.empty();
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

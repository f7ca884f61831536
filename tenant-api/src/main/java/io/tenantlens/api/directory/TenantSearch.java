package io.tenantlens.api.directory;

import org.jspecify.annotations.Nullable;

/**
 * What staff look for in the list of tenants.
 *
 * @param text part of the name or the slug, in any case; empty for all
 * @param offset how many to leave out before the page that is shown
 */
public record TenantSearch(
        String text,
        @Nullable String tier,
        @Nullable String status,
        Order order,
        Direction direction,
        int offset,
        int size) {

    /** What the list is sorted by; ties by slug. */
    public enum Order {
        NAME("lower(name)"),
        TIER("array_position(ARRAY['starter', 'growth', 'enterprise'], tier)"),
        SIGNED_UP("signed_up_on"),
        STATUS("status"),
        REQUESTS("requests"),
        FAILED("failed / nullif(requests, 0)"),
        LAST_SEEN("last_hour");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** Which end of the list comes first. */
    public enum Direction {
        ASC,
        DESC
    }

    public TenantSearch {
        text = text.strip();
        if (offset < 0 || size < 1) {
            throw new IllegalArgumentException("no such page: offset " + offset + ", size " + size);
        }
    }
}

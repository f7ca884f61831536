package io.tenantlens.api.margin;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** The months of all tenants, and what no tenant carries. */
public record PlatformMargin(List<TenantMargin> tenants, List<Uncarried> uncarried) {

    public PlatformMargin {
        tenants = List.copyOf(tenants);
        uncarried = List.copyOf(uncarried);
    }

    /** Cost of a month that stands apart. */
    public record Uncarried(YearMonth month, BigDecimal idle, BigDecimal unallocated) {}
}

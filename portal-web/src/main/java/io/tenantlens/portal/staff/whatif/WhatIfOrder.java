package io.tenantlens.portal.staff.whatif;

import io.tenantlens.api.billing.whatif.WhatIfAnswer.Amounts;
import io.tenantlens.api.billing.whatif.WhatIfAnswer.OfTenant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sorts the tenants of an answer by a column; a minus before it begins with the highest. */
final class WhatIfOrder {

    static final String USUAL = "-difference";

    /** The columns in their order, with what stands above them. */
    static final List<String> COLUMNS = List.of("name", "plan", "now", "then", "difference", "percent");

    private WhatIfOrder() {}

    /** What makes no sense sorts as usual. */
    static String known(@Nullable String sent) {
        return sent != null && COLUMNS.contains(column(sent)) ? sent : USUAL;
    }

    static String column(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    static Comparator<OfTenant> by(String sort) {
        Comparator<OfTenant> order = switch (column(sort)) {
            case "name" -> Comparator.comparing(tenant -> tenant.name().toLowerCase(Locale.ROOT));
            case "plan" -> Comparator.comparing(OfTenant::plan);
            case "now" -> Comparator.comparing(tenant -> tenant.amounts().now());
            case "then" -> Comparator.comparing(tenant -> tenant.amounts().then());
            case "percent" -> Comparator.comparing(WhatIfOrder::ratioOrZero);
            default -> Comparator.comparing(tenant -> tenant.amounts().difference());
        };
        return (sort.startsWith("-") ? order.reversed() : order).thenComparing(OfTenant::tenant);
    }

    /** The difference over what it costs now; null where that is nothing. */
    static @Nullable BigDecimal ratio(Amounts amounts) {
        return amounts.now().isZero()
                ? null
                : amounts.difference().amount().divide(amounts.now().amount(), MathContext.DECIMAL64);
    }

    private static BigDecimal ratioOrZero(OfTenant tenant) {
        var ratio = ratio(tenant.amounts());
        return ratio == null ? BigDecimal.ZERO : ratio;
    }
}

package io.tenantlens.portal.staff.tenant;

import io.tenantlens.api.insight.tenant.TenantProfile;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Look;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key figures of a profile over four weeks, against the four weeks before. */
final class ProfileFigures {

    private final TenantProfile profile;
    private final DateRange now;
    private final DateRange before;
    private final Look look;

    ProfileFigures(TenantProfile profile, DateRange now, DateRange before, Look look) {
        this.profile = profile;
        this.now = now;
        this.before = before;
        this.look = look;
    }

    List<Figure> figures(boolean money) {
        var figures = new ArrayList<Figure>();
        figures.add(sum("Requests, 28 days", TenantProfile.Figure.REQUESTS, ""));
        figures.add(new Figure(
                "Failed (5xx)",
                look.percent(ratio(TenantProfile.Figure.FAILED, TenantProfile.Figure.REQUESTS, now), 2),
                "of the requests, before "
                        + look.percent(ratio(TenantProfile.Figure.FAILED, TenantProfile.Figure.REQUESTS, before), 2)));
        figures.add(sum("Orders, 28 days", TenantProfile.Figure.ORDERS, ""));
        figures.add(new Figure(
                "Carts abandoned",
                look.percent(ratio(TenantProfile.Figure.ABANDONED, TenantProfile.Figure.CARTS, now), 1),
                "of the carts that were begun, before "
                        + look.percent(ratio(TenantProfile.Figure.ABANDONED, TenantProfile.Figure.CARTS, before), 1)));
        if (money) {
            figures.add(sum("Revenue, 28 days", TenantProfile.Figure.REVENUE, "BDT"));
            figures.add(new Figure(
                    "Average order",
                    look.quantity(ratio(TenantProfile.Figure.REVENUE, TenantProfile.Figure.ORDERS, now), "BDT"),
                    "revenue over completed orders, before "
                            + look.quantity(
                                    ratio(TenantProfile.Figure.REVENUE, TenantProfile.Figure.ORDERS, before), "BDT")));
        }
        return figures;
    }

    private Figure sum(String name, TenantProfile.Figure figure, String unit) {
        var sum = profile.sum(figure, now);
        var change = look.change(sum, profile.sum(figure, before));
        return new Figure(
                name,
                look.headline(sum, unit),
                change.isEmpty() ? "nothing to compare with" : change + " against the 28 days before");
    }

    private @Nullable BigDecimal ratio(TenantProfile.Figure part, TenantProfile.Figure whole, DateRange dates) {
        var of = profile.sum(whole, dates);
        if (of == null || of.signum() == 0) {
            return null;
        }
        var counted = profile.sum(part, dates);
        return (counted == null ? BigDecimal.ZERO : counted).divide(of, MathContext.DECIMAL64);
    }
}

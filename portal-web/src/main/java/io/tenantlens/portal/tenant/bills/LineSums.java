package io.tenantlens.portal.tenant.bills;

import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each charge of an invoice came to before tax; corrections of other months are left out. */
final class LineSums {

    private LineSums() {}

    static Map<ChargeId, Money> of(Optional<Invoice> invoice) {
        var sums = new HashMap<ChargeId, Money>();
        invoice.ifPresent(found -> found.lines().stream()
                .filter(line -> line.serviceMonth().equals(found.head().month()))
                .forEach(line -> sums.merge(line.charge(), line.net(), Money::plus)));
        return sums;
    }
}

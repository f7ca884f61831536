package io.tenantlens.api.cost.bill;

import io.tenantlens.api.cost.bill.CostBills.Imported;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an import took in: amounts are decimal strings in the bill's currency, {@code cost} in BDT. */
record ImportedJson(List<Bill> bills, String billedCost, String effectiveCost) {

    record Bill(
            String source,
            LocalDate periodStart,
            LocalDate periodEnd,
            String currency,
            String rate,
            int charges,
            String billedCost,
            String effectiveCost,
            String cost,
            Map<String, String> pools,
            String state) {}

    static ImportedJson of(List<Imported> imported) {
        return new ImportedJson(
                imported.stream().map(ImportedJson::bill).toList(),
                sum(imported.stream().map(one -> one.bill().billed()).toList()),
                sum(imported.stream().map(one -> one.bill().effective()).toList()));
    }

    private static Bill bill(Imported imported) {
        var bill = imported.bill();
        var pools = new TreeMap<String, String>();
        bill.pools().forEach((pool, cost) -> pools.put(pool, cost.toPlainString()));
        return new Bill(
                bill.key().source(),
                bill.key().period().start(),
                bill.key().period().end(),
                bill.currency(),
                imported.rate().toPlainString(),
                bill.charges(),
                bill.billed().toPlainString(),
                bill.effective().toPlainString(),
                bill.effective().multiply(imported.rate()).toPlainString(),
                pools,
                imported.stored().name().toLowerCase(Locale.ROOT));
    }

    private static String sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
    }
}

package io.tenantlens.api.cost.bill;

import io.tenantlens.api.billing.currency.ExchangeRates;
import io.tenantlens.api.billing.currency.MissingRateException;
import io.tenantlens.api.cost.bill.PoolMapping.Rule;
import io.tenantlens.cost.money.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Bills and the mappings of their sources in the database. */
final class BillRows {

    private final Handle handle;

    BillRows(Handle handle) {
        this.handle = handle;
    }

    PoolMapping mapping() {
        var rules = new HashMap<String, List<Rule>>();
        handle.createQuery("SELECT source, column_name, value, pool FROM cost_bill_mappings ORDER BY source, place")
                .map((row, _) -> rules.computeIfAbsent(row.getString("source"), _ -> new ArrayList<>())
                        .add(new Rule(row.getString("column_name"), row.getString("value"), row.getString("pool"))))
                .list();
        return new PoolMapping(rules);
    }

    void replaceMapping(String source, List<Rule> rules) {
        handle.execute("DELETE FROM cost_bill_mappings WHERE source = ?", source);
        if (rules.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch("INSERT INTO cost_bill_mappings VALUES (:source, :place, :column, :value, :pool)");
        for (var place = 0; place < rules.size(); place++) {
            batch.bind("source", source)
                    .bind("place", place)
                    .bind("column", rules.get(place).column())
                    .bind("value", rules.get(place).value())
                    .bind("pool", rules.get(place).pool())
                    .add();
        }
        batch.execute();
    }

    /** BDT for one unit of a currency in the month in which the period starts; empty if none was recorded. */
    Optional<BigDecimal> rate(String currency, LocalDate periodStart) {
        try {
            return Optional.of(new ExchangeRates(handle).toBdt(Currency.of(currency), YearMonth.from(periodStart)));
        } catch (MissingRateException e) {
            return Optional.empty();
        }
    }

    /** What became of a bill. */
    enum Stored {
        ADDED,
        REPLACED,
        UNCHANGED
    }

    /** Takes the place of the bill of the same source and period; the same content again changes nothing. */
    Stored store(ReadBill bill, BigDecimal rate, byte[] contentHash) {
        var key = bill.key();
        handle.select("SELECT pg_advisory_xact_lock(hashtext(?))::text", "cost-bill " + key)
                .mapTo(String.class)
                .list();
        if (isStored(key, rate, contentHash)) {
            return Stored.UNCHANGED;
        }
        var months = new TreeSet<LocalDate>();
        bill.cells().keySet().forEach(cell -> months.add(cell.day().withDayOfMonth(1)));
        var replaced = remove(key, months);
        insert(bill, rate, contentHash);
        handle.createUpdate("DELETE FROM cost_month_runs WHERE month = ANY (:months::date[])")
                .bind("months", months.stream().map(LocalDate::toString).toArray(String[]::new))
                .execute();
        return replaced ? Stored.REPLACED : Stored.ADDED;
    }

    private boolean isStored(BillKey key, BigDecimal rate, byte[] contentHash) {
        return handle.createQuery("""
            SELECT EXISTS (SELECT FROM cost_bills WHERE source = :source AND period_start = :start AND period_end = :end
                AND content_hash = :hash AND rate = :rate)\
            """)
                .bind("source", key.source())
                .bind("start", key.period().start())
                .bind("end", key.period().end())
                .bind("hash", contentHash)
                .bind("rate", rate)
                .mapTo(Boolean.class)
                .one();
    }

    /** The months that the former bill had cost in are to be allocated again, too. */
    private boolean remove(BillKey key, Set<LocalDate> months) {
        months.addAll(handle.createQuery("""
            SELECT DISTINCT date_trunc('month', day)::date FROM billed_costs JOIN cost_bills USING (bill_id)
            WHERE source = :source AND period_start = :start AND period_end = :end\
            """)
                .bind("source", key.source())
                .bind("start", key.period().start())
                .bind("end", key.period().end())
                .mapTo(LocalDate.class)
                .list());
        return handle.execute(
                        "DELETE FROM cost_bills WHERE source = ? AND period_start = ? AND period_end = ?",
                        key.source(),
                        key.period().start(),
                        key.period().end())
                > 0;
    }

    private void insert(ReadBill bill, BigDecimal rate, byte[] contentHash) {
        var id = handle.createQuery("""
            INSERT INTO cost_bills (source, period_start, period_end, content_hash, currency, rate, charges, cost)
            VALUES (:source, :start, :end, :hash, :currency, :rate, :charges, :cost) RETURNING bill_id\
            """)
                .bind("source", bill.key().source())
                .bind("start", bill.key().period().start())
                .bind("end", bill.key().period().end())
                .bind("hash", contentHash)
                .bind("currency", bill.currency())
                .bind("rate", rate)
                .bind("charges", bill.charges())
                .bind("cost", bill.effective().multiply(rate))
                .mapTo(Long.class)
                .one();
        var cells = List.copyOf(bill.cells().entrySet());
        handle.createUpdate("""
            INSERT INTO billed_costs (bill_id, pool, tenant_id, day, cost)
            SELECT :bill, pool, tenant_id, day::date, cost::numeric
            FROM unnest(:pools, :tenants, :days, :costs) AS cells (pool, tenant_id, day, cost)\
            """)
                .bind("bill", id)
                .bind("pools", texts(cells, cell -> cell.getKey().pool()))
                .bind("tenants", texts(cells, cell -> cell.getKey().tenant()))
                .bind("days", texts(cells, cell -> cell.getKey().day().toString()))
                .bind(
                        "costs",
                        texts(cells, cell -> cell.getValue().multiply(rate).toPlainString()))
                .execute();
    }

    private static String[] texts(
            List<Map.Entry<ReadBill.Cell, BigDecimal>> cells,
            Function<Map.Entry<ReadBill.Cell, BigDecimal>, String> text) {
        return cells.stream().map(text).toArray(String[]::new);
    }
}

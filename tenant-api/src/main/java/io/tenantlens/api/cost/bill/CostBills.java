package io.tenantlens.api.cost.bill;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.cost.bill.BillRows.Stored;
import io.tenantlens.api.cost.bill.PoolMapping.Rule;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.problem.Problems;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes in the bills of clouds: all bills of a file or none. The months that they touch are then allocated again. */
@Singleton
public class CostBills {

    private final StaffDatabase database;
    private final AuditTrail trail;

    @Inject
    public CostBills(StaffDatabase database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /** What was taken in of one bill. */
    record Imported(ReadBill bill, BigDecimal rate, Stored stored) {}

    /**
     * Reads the file once, without keeping it.
     *
     * @param rate BDT for one unit of the file's currency; null to take that of the month
     */
    List<Imported> take(StaffScope scope, InputStream body, @Nullable BigDecimal rate) {
        var mapping = database.inTransaction(scope, handle -> new BillRows(handle).mapping());
        var hash = sha256();
        var bills = new TreeMap<BillKey, ReadBill>();
        new FocusReader(mapping)
                .read(
                        new DigestInputStream(body, hash),
                        charge -> bills.computeIfAbsent(charge.bill(), key -> new ReadBill(key, charge.currency()))
                                .add(charge));
        if (bills.isEmpty()) {
            throw Problems.invalid("", "The file has no charge.");
        }
        var contentHash = hash.digest();
        return database.inTransaction(scope, handle -> store(scope, handle, bills, rate, contentHash));
    }

    private List<Imported> store(
            StaffScope scope,
            Handle handle,
            Map<BillKey, ReadBill> bills,
            @Nullable BigDecimal given,
            byte[] contentHash) {
        var rows = new BillRows(handle);
        var imported = new ArrayList<Imported>();
        var errors = new ArrayList<FieldError>();
        for (var bill : bills.values()) {
            var rate = bill.currency().equals("BDT") || given == null
                    ? rows.rate(bill.currency(), bill.key().period().start()).orElse(null)
                    : given;
            if (rate == null) {
                errors.add(new FieldError(
                        "/rate",
                        "There is no rate of %s for the month of %s: send rate, the BDT for one %s."
                                .formatted(bill.currency(), bill.key().period().start(), bill.currency())));
            } else {
                imported.add(new Imported(bill, rate, rows.store(bill, rate, contentHash)));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        imported.stream().filter(one -> one.stored() != Stored.UNCHANGED).forEach(one -> record(scope, handle, one));
        return imported;
    }

    private void record(StaffScope scope, Handle handle, Imported imported) {
        var key = imported.bill().key();
        trail.record(
                handle,
                AuditEntry.of(
                        scope,
                        "cost-bill.imported",
                        Map.of(
                                "source", key.source(),
                                "from", key.period().start().toString(),
                                "to", key.period().end().toString(),
                                "charges", String.valueOf(imported.bill().charges()))));
    }

    /** Says anew which pool the charges of a source belong to; counts for bills imported from then on. */
    void replaceMapping(StaffScope scope, String source, List<Rule> rules) {
        database.inTransaction(scope, handle -> {
            new BillRows(handle).replaceMapping(source, rules);
            trail.record(
                    handle,
                    AuditEntry.of(
                            scope,
                            "cost-mapping.changed",
                            Map.of("source", source, "rules", String.valueOf(rules.size()))));
            return rules.size();
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

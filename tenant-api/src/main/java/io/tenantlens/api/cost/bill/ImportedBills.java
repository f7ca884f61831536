package io.tenantlens.api.cost.bill;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The bills that were taken in, and whether their cost is allocated yet. */
@Singleton
public class ImportedBills {

    private static final int MOST = 100;

    private final StaffDatabase database;

    @Inject
    public ImportedBills(StaffDatabase database) {
        this.database = database;
    }

    /** The newest first. */
    public List<ImportedBill> latest(StaffScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT b.*, coalesce(c.unmapped, 0) AS unmapped, coalesce(c.allocated, true) AS allocated
                    FROM (SELECT * FROM cost_bills ORDER BY imported_at DESC, bill_id DESC LIMIT :most) AS b
                    LEFT JOIN LATERAL (
                        SELECT sum(cost) FILTER (WHERE pool = :unmapped) AS unmapped,
                               bool_and(EXISTS (
                                   SELECT FROM cost_month_runs r WHERE r.month = date_trunc('month', day)
                                       AND r.computed_at >= b.imported_at)) AS allocated
                        FROM billed_costs WHERE bill_id = b.bill_id) AS c ON true
                    ORDER BY b.imported_at DESC, b.bill_id DESC\
                    """)
                        .bind("most", MOST)
                        .bind("unmapped", PoolMapping.UNMAPPED)
                        .map((row, _) -> bill(row))
                        .list());
    }

    private static ImportedBill bill(ResultSet row) throws SQLException {
        return new ImportedBill(
                row.getString("source"),
                new DateRange(
                        row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class)),
                row.getString("currency"),
                row.getBigDecimal("rate"),
                row.getInt("charges"),
                row.getBigDecimal("cost"),
                row.getBigDecimal("unmapped"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("allocated"));
    }
}

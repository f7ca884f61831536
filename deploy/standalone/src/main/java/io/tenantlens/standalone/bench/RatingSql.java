package io.tenantlens.standalone.bench;

import io.tenantlens.cost.ratecard.Tiers;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Graduated tiers in SQL {@code numeric}, on one connection that leaves nothing behind. */
final class RatingSql {

    private RatingSql() {}

    /** What one query over all quantities and charges came to, and what its server process used. */
    record Outcome(long minorUnits, double cpuSeconds) {}

    static Outcome rate(Connection connection, List<Tiers> card, long[] quantities, int count) {
        try {
            load(connection, quantities, count);
            var sums = card.stream()
                    .map(tiers -> "sum(round(" + formula(tiers) + ", 2))")
                    .collect(Collectors.joining(" + "));
            var query = "SELECT (" + sums + ") * 100 FROM bench_quantities";
            number(connection, query);
            var backend = number(connection, "SELECT pg_backend_pid()");
            var before = ProcessUse.of(backend).cpuSeconds();
            var minorUnits = number(connection, query);
            return new Outcome(minorUnits, ProcessUse.of(backend).cpuSeconds() - before);
        } catch (SQLException e) {
            throw new IllegalStateException("the SQL of the rating benchmark failed", e);
        }
    }

    private static void load(Connection connection, long[] quantities, int count) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET max_parallel_workers_per_gather = 0");
            statement.execute("CREATE TEMP TABLE bench_quantities (quantity numeric NOT NULL)");
        }
        try (var insert = connection.prepareStatement(
                "INSERT INTO bench_quantities SELECT unnest(?::numeric[]) / 10::numeric ^ ?")) {
            var values = Arrays.stream(quantities, 0, count)
                    .mapToObj(BigDecimal::valueOf)
                    .toArray();
            insert.setArray(1, connection.createArrayOf("numeric", values));
            insert.setInt(2, RatingBench.QUANTITY_DECIMALS);
            insert.executeUpdate();
        }
    }

    /** The amount up to the tier's start plus the part within, as a CASE over the bounds. */
    private static String formula(Tiers tiers) {
        var sql = new StringBuilder("CASE");
        var amount = BigDecimal.ZERO;
        for (var i = 0; i < tiers.list().size(); i++) {
            var tier = tiers.list().get(i);
            var start = tiers.startOf(i);
            amount = amount.add(tier.flat());
            var part = "%s + (quantity - %s) * %s"
                    .formatted(
                            amount.toPlainString(),
                            start.toPlainString(),
                            tier.unit().toPlainString());
            var end = tier.upTo();
            sql.append(end == null ? " ELSE " + part : " WHEN quantity <= " + end.toPlainString() + " THEN " + part);
            amount = end == null ? amount : amount.add(end.subtract(start).multiply(tier.unit()));
        }
        return sql.append(" END").toString();
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getBigDecimal(1).longValueExact();
        }
    }
}

package io.tenantlens.standalone.bench;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.ratecard.Tiers;
import io.tenantlens.cost.rating.GraduatedTable;
import io.tenantlens.standalone.launcher.Failure;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Charges rated per CPU-second on one core: a million quantities over a card of graduated tiers. The same tiers
 * are then computed by SQL in {@code numeric} if an instance runs, and both must come to the same sum.
 */
final class RatingBench {

    static final int QUANTITY_DECIMALS = 3;

    private static final int CHARGES = 12;
    private static final int SQL_QUANTITIES = 100_000;
    private static final long LARGEST_QUANTITY = 5_000_000_000L;
    private static final int WARM_UP_ROUNDS = 3;
    private static final double NANOS = 1e9;

    private final Supplier<Connection> database;
    private final long[] quantities;

    RatingBench(Supplier<Connection> database, Options options) {
        this.database = database;
        var random = new SplittableRandom(20261001);
        quantities = random.longs(options.number("--quantities", 1_000_000), 0, LARGEST_QUANTITY)
                .toArray();
    }

    Map<String, Object> run() {
        var card = RatingCards.graduated(CHARGES);
        var tables = card.stream()
                .map(tiers -> new GraduatedTable(tiers, QUANTITY_DECIMALS, Currency.BDT))
                .toList();
        for (var round = 0; round < WARM_UP_ROUNDS; round++) {
            rate(tables, quantities.length);
        }
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        var total = rate(tables, quantities.length);
        var seconds = (threads.getCurrentThreadCpuTime() - before) / NANOS;
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "rating");
        figures.put("quantities", quantities.length);
        figures.put("charges", CHARGES);
        figures.put("totalMinorUnits", total);
        figures.put("cpuSeconds", rounded(seconds));
        var perSecond = (double) quantities.length * CHARGES / seconds;
        figures.put("chargesPerCpuSecond", Math.round(perSecond));
        figures.put("sql", comparison(card, tables, perSecond));
        return figures;
    }

    private Object comparison(List<Tiers> card, List<GraduatedTable> tables, double perSecond) {
        try (var connection = database.get()) {
            return compare(connection, card, tables, perSecond);
        } catch (Failure e) {
            return "not compared: " + e.getMessage();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection of the rating benchmark did not close", e);
        }
    }

    private Map<String, Object> compare(
            Connection connection, List<Tiers> card, List<GraduatedTable> tables, double perSecond) {
        var count = Math.min(SQL_QUANTITIES, quantities.length);
        var sql = RatingSql.rate(connection, card, quantities, count);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("quantities", count);
        figures.put("cpuSeconds", rounded(sql.cpuSeconds()));
        figures.put("chargesPerCpuSecond", Math.round(count * CHARGES / sql.cpuSeconds()));
        figures.put("sameSum", sql.minorUnits() == rate(tables, count));
        figures.put("timesFaster", rounded(perSecond * sql.cpuSeconds() / ((double) count * CHARGES)));
        return figures;
    }

    private long rate(List<GraduatedTable> tables, int count) {
        var total = 0L;
        for (var table : tables) {
            for (var i = 0; i < count; i++) {
                total += table.minorUnits(quantities[i]);
            }
        }
        return total;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}

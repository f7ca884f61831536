package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.CostType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the rows of tenants, thousands at once. */
final class CostRows {

    private static final int ROWS_AT_ONCE = 5_000;

    private static final List<String> TYPES =
            Arrays.stream(CostType.values()).map(CostType::key).toList();

    /** One tenant in one window. */
    private record Cell(WindowCosts costs, int tenant) {

        private long used(String... drivers) {
            return Arrays.stream(drivers)
                    .mapToLong(driver -> costs.used(tenant, driver))
                    .sum();
        }
    }

    /** What is kept beside the cost of a day, to put the two into proportion. */
    private record Figure(String column, ToLongFunction<Cell> value) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure("requests", cell -> cell.used("requests")),
            new Figure("orders", cell -> cell.used("orders")),
            new Figure("active_users", cell -> cell.used("active_users")),
            new Figure("stored_byte_hours", cell -> cell.used("database_gb_hours", "file_gb_hours", "backup_gb_hours")),
            new Figure("file_byte_hours", cell -> cell.used("file_gb_hours")),
            new Figure("egress_bytes", cell -> cell.used("egress_gb")),
            new Figure("query_millis", cell -> cell.used("db_query_seconds")),
            new Figure("cache_hits", cell -> cell.used("cache_hits")),
            new Figure("cache_misses", cell -> cell.used("cache_misses")));

    private final Connection connection;
    private final CostTenants tenants;

    CostRows(Connection connection, CostTenants tenants) {
        this.connection = connection;
        this.tenants = tenants;
    }

    static String figuresSummed() {
        return FIGURES.stream()
                .map(figure -> figure.column().equals("active_users")
                        ? "max(active_users)"
                        : "sum(" + figure.column() + ")::bigint")
                .collect(Collectors.joining(", "));
    }

    static String figureColumns() {
        return FIGURES.stream().map(Figure::column).collect(Collectors.joining(", "));
    }

    static String typesSummed() {
        return TYPES.stream().map(type -> "sum(" + type + ")::bigint").collect(Collectors.joining(", "));
    }

    static String typeColumns() {
        return String.join(", ", TYPES);
    }

    void days(List<WindowCosts> windows) throws SQLException {
        var numbers = TYPES.size() + FIGURES.size() + 1;
        var sql = "INSERT INTO cost_days (tenant_id, day, total, " + typeColumns() + ", " + figureColumns()
                + ", pool_amounts) SELECT tenant_id, day, " + numbered(numbers)
                + ", pools::bigint[] FROM unnest(?::text[], ?::date[], ?::text[]" + ", ?::bigint[]".repeat(numbers)
                + ") AS rows (tenant_id, day, pools, " + numbered(numbers) + ")";
        for (var cells : batches(windows)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, texts(cells, cell -> tenants.slug(cell.tenant())));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "date",
                                cells.stream()
                                        .map(cell -> Date.valueOf(
                                                cell.costs().window().day()))
                                        .toArray()));
                statement.setArray(
                        3, texts(cells, cell -> poolArray(cell.costs().byPool(cell.tenant()))));
                var at = setAmounts(statement, cells, 4);
                for (var figure : FIGURES) {
                    statement.setArray(at++, numbers(cells, figure.value()));
                }
                statement.executeUpdate();
            }
        }
    }

    void hours(List<WindowCosts> windows) throws SQLException {
        var numbers = TYPES.size() + 1;
        var sql = "INSERT INTO cost_hours (tenant_id, hour_start, total, " + typeColumns()
                + ") SELECT tenant_id, hour_start, "
                + numbered(numbers) + " FROM unnest(?::text[], ?::timestamptz[]" + ", ?::bigint[]".repeat(numbers)
                + ") AS rows (tenant_id, hour_start, " + numbered(numbers) + ")";
        for (var cells : batches(windows)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, texts(cells, cell -> tenants.slug(cell.tenant())));
                statement.setArray(
                        2,
                        texts(
                                cells,
                                cell -> cell.costs()
                                        .window()
                                        .start()
                                        .atOffset(ZoneOffset.UTC)
                                        .toString()));
                setAmounts(statement, cells, 3);
                statement.executeUpdate();
            }
        }
    }

    private int setAmounts(PreparedStatement statement, List<Cell> cells, int first) throws SQLException {
        var at = first;
        statement.setArray(at++, numbers(cells, cell -> cell.costs().total(cell.tenant())));
        for (var type : CostType.values()) {
            statement.setArray(at++, numbers(cells, cell -> cell.costs().ofType(cell.tenant(), type)));
        }
        return at;
    }

    /** Those with cost or usage, in batches. */
    private List<List<Cell>> batches(List<WindowCosts> windows) {
        var batches = new ArrayList<List<Cell>>();
        var batch = new ArrayList<Cell>();
        for (var costs : windows) {
            for (var tenant = 0; tenant < tenants.size(); tenant++) {
                if (!costs.isEmpty(tenant)) {
                    batch.add(new Cell(costs, tenant));
                }
                if (batch.size() == ROWS_AT_ONCE) {
                    batches.add(List.copyOf(batch));
                    batch.clear();
                }
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private Array texts(List<Cell> cells, Function<Cell, String> text) throws SQLException {
        return connection.createArrayOf("text", cells.stream().map(text).toArray());
    }

    private Array numbers(List<Cell> cells, ToLongFunction<Cell> number) throws SQLException {
        return connection.createArrayOf(
                "int8", cells.stream().mapToLong(number).boxed().toArray());
    }

    private static String poolArray(long[] amounts) {
        return Arrays.stream(amounts).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).collect(Collectors.joining(", "));
    }
}

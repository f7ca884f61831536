package io.tenantlens.api.billing.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes many rows with one statement: an array a column. */
final class Columns<T> {

    private final List<T> rows;
    private final Map<String, Object[]> arrays = new LinkedHashMap<>();
    private final Map<String, String> casts = new LinkedHashMap<>();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Columns<T> text(String column, Function<T, @Nullable String> value) {
        return add(column, "", rows.stream().map(value).toArray(String[]::new));
    }

    Columns<T> json(String column, Function<T, String> value) {
        return add(column, "::jsonb", rows.stream().map(value).toArray(String[]::new));
    }

    Columns<T> number(String column, Function<T, @Nullable BigDecimal> value) {
        return add(column, "", rows.stream().map(value).toArray(BigDecimal[]::new));
    }

    Columns<T> integer(String column, Function<T, Integer> value) {
        return add(column, "", rows.stream().map(value).toArray(Integer[]::new));
    }

    Columns<T> day(String column, Function<T, @Nullable LocalDate> value) {
        return add(column, "", rows.stream().map(value).toArray(LocalDate[]::new));
    }

    Columns<T> uuid(String column, Function<T, UUID> value) {
        return add(column, "", rows.stream().map(value).toArray(UUID[]::new));
    }

    private Columns<T> add(String column, String cast, Object[] values) {
        arrays.put(column, values);
        casts.put(column, cast);
        return this;
    }

    void insertInto(Handle handle, String table) {
        var names = String.join(", ", arrays.keySet());
        var values = casts.entrySet().stream()
                .map(column -> column.getKey() + column.getValue())
                .collect(Collectors.joining(", "));
        var parameters = arrays.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        var insert = handle.createUpdate("INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS r (%s)"
                .formatted(table, names, values, parameters, names));
        arrays.forEach(insert::bind);
        insert.execute();
    }
}

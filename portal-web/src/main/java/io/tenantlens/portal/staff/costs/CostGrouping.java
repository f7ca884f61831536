package io.tenantlens.portal.staff.costs;

import io.tenantlens.api.cost.platform.CostSlice;
import io.tenantlens.portal.staff.costs.CostPage.Choice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the chart's columns are made of. */
enum CostGrouping {
    TYPE("By type"),
    POOL("By pool"),
    KIND("Shared, own, overhead, idle");

    private final String title;

    CostGrouping(String title) {
        this.title = title;
    }

    static CostGrouping of(@Nullable String sent) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(sent))
                .findFirst()
                .orElse(TYPE);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Choice> choices(CostGrouping current, String range) {
        return Arrays.stream(values())
                .map(one ->
                        new Choice(one.title, CostReader.PATH + "?" + range + "&groupBy=" + one.key(), one == current))
                .toList();
    }

    /** A slice's parts add up to its origin whatever the grouping. */
    Stream<CostCharts.Part> parts(CostSlice slice) {
        return switch (this) {
            case TYPE -> Stream.of(part(slice.day(), slice.type().title(), slice.origin()));
            case POOL -> Stream.of(part(slice.day(), slice.pool(), slice.origin()));
            case KIND ->
                Stream.of(
                        part(slice.day(), kind(slice), slice.allocated()),
                        part(slice.day(), "Idle", slice.idle()),
                        part(slice.day(), "Unallocated", slice.unallocated()));
        };
    }

    private static String kind(CostSlice slice) {
        return switch (slice.kind()) {
            case SHARED -> "Shared";
            case DEDICATED -> "Own";
            case OVERHEAD -> "Overhead";
        };
    }

    private static CostCharts.Part part(LocalDate day, String group, BigDecimal amount) {
        return new CostCharts.Part(day, group, amount);
    }
}

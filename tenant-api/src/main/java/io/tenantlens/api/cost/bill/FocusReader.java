package io.tenantlens.api.cost.bill;

import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.problem.Problems;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a bill in the FOCUS format, versions 1.0 to 1.2, charge by charge. What is wrong is noted with its line and column, and
 * then nothing of the bill is taken.
 */
final class FocusReader {

    private static final int MOST_ERRORS = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

    private final PoolMapping mapping;
    private final List<FieldError> errors = new ArrayList<>();
    private Set<String> header = Set.of();

    FocusReader(PoolMapping mapping) {
        this.mapping = mapping;
    }

    /** Hands over each charge as it is read. */
    void read(InputStream body, Consumer<BillCharge> charges) {
        try (var parser = FORMAT.parse(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            header = new TreeSet<>(parser.getHeaderNames());
            checkHeader();
            for (var row : parser) {
                if (errors.size() < MOST_ERRORS) {
                    read(row, charges);
                }
            }
        } catch (UncheckedIOException | CSVException | IllegalArgumentException e) {
            throw Problems.invalid("", "The body is not a CSV file with one header line: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private void checkHeader() {
        Arrays.stream(BillColumn.values())
                .map(column -> column.nameIn(header))
                .filter(name -> !header.contains(name))
                .forEach(name ->
                        errors.add(new FieldError("/1/" + name, "Line 1: the column " + name + " is missing.")));
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private void read(CSVRecord row, Consumer<BillCharge> charges) {
        var before = errors.size();
        if (!row.isConsistent()) {
            errors.add(new FieldError(
                    "/" + line(row),
                    "Line %d has %d cells, the header has %d.".formatted(line(row), row.size(), header.size())));
            return;
        }
        var billed = number(row, BillColumn.BILLED);
        var effective = number(row, BillColumn.EFFECTIVE);
        var bill = new Span(row, BillColumn.BILLING_START, BillColumn.BILLING_END);
        var charged = new Span(row, BillColumn.CHARGE_START, BillColumn.CHARGE_END);
        var currency = currency(row);
        var source = source(row);
        var tags = PoolMapping.tags(null);
        try {
            tags = PoolMapping.tags(row.isMapped("Tags") ? row.get("Tags") : null);
        } catch (IllegalArgumentException e) {
            note(row, "Tags", e.getMessage() + ".");
        }
        if (errors.size() == before) {
            charges.accept(new BillCharge(
                    new BillKey(source, bill.dates()),
                    charged.period(),
                    currency,
                    billed,
                    effective,
                    mapping.pool(source, tags, name -> row.isMapped(name) ? row.get(name) : null),
                    PoolMapping.tenant(tags)));
        }
    }

    /** Two instants of a row, the first before the second; noted if they are not. */
    private final class Span {

        private final Instant start;
        private final Instant end;

        Span(CSVRecord row, BillColumn from, BillColumn to) {
            var before = errors.size();
            start = instant(row, from);
            end = instant(row, to);
            if (errors.size() == before && !start.isBefore(end)) {
                note(row, to.nameIn(header), "must be after " + from.nameIn(header) + ".");
            }
        }

        Period period() {
            return new Period(start, end);
        }

        /** A bill's period is whole days in UTC. */
        DateRange dates() {
            var first = LocalDate.ofInstant(start, ZoneOffset.UTC);
            var last = LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC);
            return new DateRange(first, last.plusDays(1));
        }
    }

    private Instant instant(CSVRecord row, BillColumn column) {
        var text = cell(row, column).replace(' ', 'T');
        try {
            if (text.length() == "2026-10-01".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.endsWith("Z") || text.lastIndexOf('+') > 0
                    ? Instant.parse(text.replace("UTC", ""))
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            note(row, column.nameIn(header), "not a time like 2026-10-01T00:00:00Z: '" + text + "'.");
            return Instant.EPOCH;
        }
    }

    private BigDecimal number(CSVRecord row, BillColumn column) {
        var text = cell(row, column);
        try {
            if (text.length() <= LONGEST_NUMBER) {
                var number = new BigDecimal(text);
                if (Math.abs(number.scale()) <= LONGEST_NUMBER) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            note(row, column.nameIn(header), "not a number: '" + text + "'.");
            return BigDecimal.ZERO;
        }
        note(row, column.nameIn(header), "a number of at most 40 digits, please.");
        return BigDecimal.ZERO;
    }

    private String currency(CSVRecord row) {
        var text = cell(row, BillColumn.CURRENCY);
        try {
            return Currency.of(text).code();
        } catch (IllegalArgumentException e) {
            note(row, BillColumn.CURRENCY.nameIn(header), "not a currency of ISO 4217: '" + text + "'.");
            return text;
        }
    }

    private String source(CSVRecord row) {
        var name = cell(row, BillColumn.PROVIDER).toLowerCase(Locale.ROOT);
        var slug = NO_SLUG.matcher(name).replaceAll("-").replaceAll("^-+|-+$", "");
        if (slug.isEmpty() || slug.length() > 63) {
            note(row, BillColumn.PROVIDER.nameIn(header), "the name of who sent the bill is missing or too long.");
        }
        return slug;
    }

    private String cell(CSVRecord row, BillColumn column) {
        return row.get(column.nameIn(header)).strip();
    }

    private void note(CSVRecord row, String column, String detail) {
        errors.add(new FieldError(
                "/" + line(row) + "/" + column, "Line %d, column %s: %s".formatted(line(row), column, detail)));
    }

    /** The line on which the record stands, as an editor counts; cells with line breaks shift it. */
    private static long line(CSVRecord row) {
        return row.getRecordNumber() + 1;
    }
}

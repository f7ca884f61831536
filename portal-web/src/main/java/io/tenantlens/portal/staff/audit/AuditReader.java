package io.tenantlens.portal.staff.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.api.audit.AuditQueries;
import io.tenantlens.api.audit.AuditRecord;
import io.tenantlens.api.audit.ChainState;
import io.tenantlens.api.audit.ChainWatch;
import io.tenantlens.api.audit.Verdict;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.audit.AuditPage.Chain;
import io.tenantlens.portal.staff.audit.AuditPage.Fact;
import io.tenantlens.portal.staff.audit.AuditPage.Filters;
import io.tenantlens.portal.staff.audit.AuditPage.Option;
import io.tenantlens.portal.staff.audit.AuditPage.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one page of the trail, or all that a view of it holds. */
@Singleton
class AuditReader {

    private static final int SIZE = 50;

    /** A file of more records than this is for a tool beside the database; days narrow it. */
    private static final int MOST_IN_A_FILE = 50_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final AuditQueries queries;
    private final ChainWatch watch;

    @Inject
    AuditReader(AuditQueries queries, ChainWatch watch) {
        this.queries = queries;
        this.watch = watch;
    }

    AuditPage read(StaffVisit visit, AuditAddress address) {
        var look = visit.look();
        var found = queries.find(visit.scope(), address.search(look.zone()), SIZE + 1);
        var shown = found.subList(0, Math.min(SIZE, found.size()));
        return new AuditPage(
                visit.frame(),
                watch.state()
                        .map(state -> chain(state, look))
                        .orElse(new Chain("", "Not checked yet", "The chain is checked within a minute of the start.")),
                new Filters(
                        address.tenant(),
                        address.actor(),
                        text(address.from()),
                        text(address.to()),
                        actions(queries.actions(visit.scope()), address.action())),
                shown.stream().map(record -> row(record, look)).toList(),
                look.zone().getId(),
                address.csv(),
                address.isNewest() ? null : address.before(Long.MAX_VALUE).url(),
                found.size() > SIZE ? address.before(shown.getLast().position()).url() : null);
    }

    CsvFile csv(StaffVisit visit, AuditAddress address) {
        var file = new CsvFile("audit.csv", "position", "at", "subject", "name", "action", "tenant", "detail");
        var search = address.search(visit.look().zone());
        for (int written = 0; written < MOST_IN_A_FILE; written += AuditQueries.MOST) {
            var found = queries.find(visit.scope(), search, AuditQueries.MOST);
            found.forEach(record -> file.add(cells(record)));
            if (found.size() < AuditQueries.MOST) {
                break;
            }
            search = search.before(found.getLast().position());
        }
        return file;
    }

    private static List<String> cells(AuditRecord record) {
        return List.of(
                "" + record.position(),
                record.at().toString(),
                record.subjectId().toString(),
                CsvFile.safe(record.actorName() == null ? "" : record.actorName()),
                record.action(),
                record.tenant() == null ? "" : CsvFile.safe(record.tenant()),
                record.detail());
    }

    private static Chain chain(ChainState state, Look look) {
        return switch (state.verdict()) {
            case Verdict.Intact(long records, String _) ->
                new Chain(
                        "good",
                        "Verified up to record " + look.number(records),
                        "New records checked " + look.ago(state.checkedAt()) + ", the whole chain "
                                + look.ago(state.wholeAt()) + ".");
            case Verdict.Broken(long position, String finding) ->
                new Chain(
                        "bad",
                        "Broken at record " + look.number(position),
                        "Record " + look.number(position) + " " + finding + ". Run ./tenantlens audit verify.");
        };
    }

    private static List<Option> actions(List<String> known, String chosen) {
        return Stream.concat(
                        Stream.of(new Option("", "All actions", chosen.isEmpty())),
                        known.stream().map(action -> new Option(action, action, action.equals(chosen))))
                .toList();
    }

    private static Row row(AuditRecord record, Look look) {
        var tenant = record.tenant();
        return new Row(
                look.number(record.position()),
                record.at().toString(),
                look.exactly(record.at()),
                record.actorName() == null ? "erased, " + record.subjectId() : record.actorName(),
                record.action(),
                tenant,
                tenant == null ? null : "/staff/tenants/" + tenant,
                facts(record.detail()).entrySet().stream()
                        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                        .toList());
    }

    private static SortedMap<String, String> facts(String detail) {
        try {
            return JSON.readValue(detail, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("detail of an audit record is not an object of strings", e);
        }
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}

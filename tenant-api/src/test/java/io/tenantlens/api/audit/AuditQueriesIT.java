package io.tenantlens.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuditQueriesIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final StaffScope AUDITOR = TestScopes.staff(Area.AUDIT);

    private final AuditQueries queries = new AuditQueries(new StaffDatabase(POSTGRES.as("tenantlens_staff")));

    @BeforeAll
    static void record() {
        append("Tahmina Akter", "find.created", "find-acorn");
        append("Tahmina Akter", "find.revoked", "find-acorn");
        append("Rahim Uddin", "find.created", "find-birch");
    }

    @Test
    void find_startsWithTheNewest() {
        var found = queries.find(AUDITOR, AuditSearch.ALL, 50);

        assertThat(found).isSortedAccordingTo((one, other) -> Long.compare(other.position(), one.position()));
    }

    @Test
    void find_narrowsByEachFilterAndAllTogether() {
        assertThat(actions(new AuditSearch("find-birch", null, null, null, null, Long.MAX_VALUE)))
                .containsExactly("find.created");
        assertThat(actions(new AuditSearch("find-acorn", "tahmina", null, null, null, Long.MAX_VALUE)))
                .containsExactly("find.revoked", "find.created");
        assertThat(actions(new AuditSearch("find-acorn", "tahmina", "find.created", null, null, Long.MAX_VALUE)))
                .containsExactly("find.created");
        assertThat(actions(new AuditSearch(null, "Rahim%", null, null, null, Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void find_takesTheStartAndLeavesOutTheEnd() {
        var at = queries.find(AUDITOR, new AuditSearch("find-birch", null, null, null, null, Long.MAX_VALUE), 1)
                .getFirst()
                .at();

        assertThat(actions(new AuditSearch("find-birch", null, null, at, null, Long.MAX_VALUE)))
                .hasSize(1);
        assertThat(actions(new AuditSearch("find-birch", null, null, null, at, Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void find_pageByPageMissesAndRepeatsNone() {
        var all = queries.find(AUDITOR, AuditSearch.ALL, 500);
        var paged = new ArrayList<AuditRecord>();
        var search = AuditSearch.ALL;
        while (paged.size() < all.size()) {
            paged.addAll(queries.find(AUDITOR, search, 2));
            search = search.before(paged.getLast().position());
        }

        assertThat(paged.subList(0, all.size())).isEqualTo(all);
    }

    @Test
    void find_knowsAnErasedPersonByTheIdAlone() {
        append("Gone Person", "find.erased", "find-cedar");
        var id = queries.find(AUDITOR, new AuditSearch("find-cedar", null, null, null, null, Long.MAX_VALUE), 1)
                .getFirst()
                .subjectId();
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle -> handle.execute("DELETE FROM audit_subjects WHERE subject_id = ?", id));

        var found = queries.find(AUDITOR, new AuditSearch(null, id.toString(), null, null, null, Long.MAX_VALUE), 1);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().actorName()).isNull();
    }

    @Test
    void actions_areEachListedOnce() {
        assertThat(queries.actions(AUDITOR))
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("find.created", "find.revoked");
    }

    @Test
    void scopeForAnotherArea_isNotEnough() {
        assertThatThrownBy(() -> queries.find(TestScopes.staff(), AuditSearch.ALL, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void watch_walksTheWholeChainFirstAndThenOnlyWhatIsNew() {
        var clock = Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC);
        var watch = new ChainWatch(
                new WorkerDatabase(POSTGRES.as("tenantlens_worker")), TestConfigs.defaults(AuditSettings.class), clock);
        assertThat(watch.state()).isEmpty();

        watch.walk();
        var first = watch.state().orElseThrow();
        append("Rahim Uddin", "find.watched", "find-birch");
        watch.walk();

        assertThat(first.verdict()).isInstanceOf(Verdict.Intact.class);
        assertThat(watch.state().orElseThrow().verdict())
                .isInstanceOfSatisfying(
                        Verdict.Intact.class,
                        intact -> assertThat(intact.records())
                                .isGreaterThan(((Verdict.Intact) first.verdict()).records()));
    }

    private List<String> actions(AuditSearch search) {
        return queries.find(AUDITOR, search, 50).stream()
                .map(AuditRecord::action)
                .toList();
    }

    private static void append(String name, String action, String tenant) {
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.select(
                                "SELECT append_audit('test', ?, ?, ?, ?, '{}')", name, name, action, tenant)
                        .mapTo(Long.class)
                        .one());
    }
}

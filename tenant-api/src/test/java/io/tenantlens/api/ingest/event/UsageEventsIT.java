package io.tenantlens.api.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.ingest.TestIngest;
import io.tenantlens.api.ingest.admission.ForbiddenTenantException;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.TenantRateLimits;
import io.tenantlens.api.ingest.event.EventsAnswer.Rejected;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Usage events up to the usage log, on a real database. */
class UsageEventsIT {

    private static final TenantId ACORN = TestTenants.signUp("events-acorn", "Asia/Dhaka");
    private static final IngestCaller PLATFORM = new IngestCaller.Platform();

    private final Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    private final String id = UUID.randomUUID().toString();
    private final TestIngest ingest = new TestIngest();
    private final UsageEvents events = events(new TenantRateLimits(1_000, Duration.ofSeconds(10)));

    private UsageEvents events(TenantRateLimits rateLimits) {
        return new UsageEvents(
                ingest.database,
                ingest.tenants,
                rateLimits,
                new EventMeters(MeterCatalogue.shipped()),
                ingest.log,
                ingest.metrics,
                ingest.config);
    }

    @AfterEach
    void stop() {
        ingest.log.stop();
    }

    private String order(String eventId, String more) {
        return """
                {"specversion":"1.0","id":"%s","source":"/shop","type":"com.tenantlens.order.placed.v1",
                 "subject":"events-acorn","time":"%s","datacontenttype":"application/json",%s}""".formatted(eventId, now, more);
    }

    private String paid(String eventId) {
        return order(eventId, "\"data\":{\"amount\":\"1200.50\",\"status\":\"paid\"}");
    }

    private EventsAnswer take(String body) throws SQLException {
        return events.take(PLATFORM, EventBody.BATCH.read(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static EventsAnswer answer(int accepted, int duplicates, Rejected... rejected) {
        return new EventsAnswer(accepted, duplicates, List.of(rejected));
    }

    @Test
    void event_countsOnceHoweverOftenItIsSent() throws SQLException {
        var before = ingest.logged(ACORN).size();
        assertThat(take("[" + paid(id) + "]")).isEqualTo(answer(1, 0));
        assertThat(take("[" + paid(id) + "," + paid(id) + "]")).isEqualTo(answer(0, 2));
        var sameInOtherOrder = order(id, "\"data\":{\"status\":\"paid\",\"amount\":\"1200.50\"}");
        assertThat(take("[" + sameInOtherOrder + "]")).isEqualTo(answer(0, 1));

        assertThat(ingest.logged(ACORN).subList(before, before + 2))
                .containsExactly(
                        "order_events " + now.toEpochMilli() + " 1 {status=paid}",
                        "order_value " + now.toEpochMilli() + " 1200.50 {status=paid}");
        assertThat(ingest.logged(ACORN)).hasSize(before + 2);
    }

    @Test
    void sameKeyWithOtherContent_isRejected() throws SQLException {
        take("[" + paid(id) + "]");

        var answer = take("[" + order(id, "\"data\":{\"amount\":\"9\"}") + "," + paid(id + "-2") + ","
                + order(id + "-2", "\"data\":{}") + "]");

        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(answer.rejected()).extracting(Rejected::index).containsExactly(0, 2);
        assertThat(answer.rejected()).allMatch(each -> each.detail().contains("other content"));
        assertThat(ingest.rejected("conflict")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject"})
    void missingAttribute_isRejectedAlone(String attribute) throws SQLException {
        var broken = paid(id).replace("\"" + attribute + "\":", "\"x" + attribute + "\":");

        assertThat(take("[" + broken + "," + paid(id + "-whole") + "]"))
                .isEqualTo(answer(1, 0, new Rejected(0, attribute + " is missing")));
    }

    @ParameterizedTest
    @CsvSource({
        "\"amount\":\"much\", data.amount is not a number: much",
        "\"amount\":1e99999, a number beyond all use",
        "\"note\":\"\\u0000\", a zero character",
        "\"note\":\"\\ud800\", half a character"
    })
    void dataThatCannotBeUsed_isRejected(String member, String detail) throws SQLException {
        var answer = take("[" + order(id, "\"data\":{" + member + "}") + "]");

        assertThat(answer.accepted()).isZero();
        assertThat(answer.rejected().getFirst().detail()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({"-401, too old", "1, too new"})
    void timeFarFromNow_isRejected(int days, String detail) throws SQLException {
        var time = now.plus(Duration.ofDays(days)).toString();

        var answer = take("[" + paid(id).replace(now.toString(), time) + "]");

        assertThat(answer.rejected().getFirst().detail()).contains(detail);
    }

    @Test
    void timeAbsent_isTheTimeOfArrival() throws SQLException {
        var before = ingest.logged(ACORN).size();

        take("[" + paid(id).replace("\"time\":\"" + now + "\",", "") + "]");

        var at = Long.parseLong(ingest.logged(ACORN).get(before).split(" ", -1)[1]);
        assertThat(Instant.ofEpochMilli(at)).isBetween(now, now.plusSeconds(60));
    }

    @Test
    void unknownTenant_isRejected_andAForeignOneForbidden() throws SQLException {
        var foreign = paid(id).replace("events-acorn", "events-nobody");

        assertThat(take("[" + foreign + "]")).isEqualTo(answer(0, 0, new Rejected(0, "no tenant events-nobody")));
        assertThatThrownBy(() -> events.take(
                        new IngestCaller.OneTenant(ACORN),
                        EventBody.BATCH.read(("[" + paid(id) + "," + foreign + "]").getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ForbiddenTenantException.class);
        assertThat(take("[" + paid(id) + "]")).isEqualTo(answer(1, 0));
    }

    @Test
    void typeThatFeedsNoMeter_isStored() throws SQLException {
        var before = ingest.logged(ACORN).size();

        var answer = take("[" + paid(id).replace("order.placed", "order.praised") + "]");

        assertThat(answer).isEqualTo(answer(1, 0));
        assertThat(ingest.logged(ACORN)).hasSize(before);
    }

    @Test
    void tenantOverItsRate_mustWait() throws SQLException {
        var limited = events(new TenantRateLimits(1, Duration.ofSeconds(1)));
        var two = EventBody.BATCH.read(("[" + paid(id) + "," + paid(id + "-2") + "]").getBytes(StandardCharsets.UTF_8));
        limited.take(PLATFORM, two);

        assertThatThrownBy(() -> limited.take(PLATFORM, two)).isInstanceOf(RateExceededException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "[{}] x", "[{\"id\":1,\"id\":2}]"})
    void bodyThatIsNoBatch_isMalformed(String body) {
        assertThatThrownBy(() -> EventBody.BATCH.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedBodyException.class);
    }
}

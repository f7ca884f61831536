package io.tenantlens.sla.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.reading.SlaReadings;
import io.tenantlens.sla.reading.SlaStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlaJsonIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final SlaReadings readings = new SlaReadings(
            new TenantDatabase(POSTGRES.as("tenantlens_app")),
            new Shards(4),
            Clock.fixed(Instant.parse("2026-10-01T06:30:00Z"), ZoneOffset.UTC));

    @Test
    void reading_writesDecimalsAsStrings() throws Exception {
        var tenant = TestTenants.signUp("json-acorn", "Asia/Dhaka");
        var store = new SlaStore(POSTGRES.as("tenantlens_worker"));
        store.ensureMonth(OCTOBER);
        store.requests(tenant, LocalDate.of(2026, 10, 1), "/pay", "200", 1997);
        store.requests(tenant, LocalDate.of(2026, 10, 1), "/pay", "500", 3);
        store.requestsInHour(tenant, Instant.parse("2026-10-01T05:00:00Z"), "200", 97);
        store.requestsInHour(tenant, Instant.parse("2026-10-01T05:00:00Z"), "500", 3);
        store.latency(
                tenant,
                LocalDate.of(2026, 10, 1),
                "/pay",
                ClassicHistogram.of(new double[] {0.1, 2, Double.POSITIVE_INFINITY}, new double[] {1000, 10, 0}, 1));

        var json = json(tenant);

        assertThat(json.at("/availability").textValue()).isEqualTo("99.85");
        assertThat(json.at("/objective/method").textValue()).isEqualTo("occurrences");
        assertThat(json.at("/objective/window").textValue()).isEqualTo("month");
        assertThat(json.at("/occurrences/percent").textValue()).isEqualTo("99.85");
        assertThat(json.at("/timeslices/total").textValue()).isEqualTo("1");
        assertThat(json.at("/errorBudget/remaining").textValue()).isEqualTo("7");
        assertThat(json.at("/burn/1h").textValue()).isEqualTo("6");
        assertThat(json.at("/latency/percentiles/1/seconds").textValue()).startsWith("0.09595");
        assertThat(json.at("/endpoints/0/latency/percentiles/2/upper").textValue())
                .isEqualTo("0.1");
        assertThat(json.at("/days/0/budgetLeft").textValue()).isEqualTo("70");
        assertThat(json.at("/credit/percent").textValue()).isEqualTo("0");
        assertThat(json.at("/credit").has("status")).isFalse();
        assertThat(json.get("frozen").isNull()).isTrue();
        assertThat(json.get("incidents")).isEmpty();
        assertThat(json.at("/probes/percent").isNull()).isTrue();
        assertThat(json.has("reason")).isFalse();
    }

    @Test
    void withoutData_saysTheReason() throws Exception {
        var json = json(TestTenants.signUp("json-birch", "Asia/Dhaka"));

        assertThat(json.get("availability").isNull()).isTrue();
        assertThat(json.get("reason").textValue()).isEqualTo("no data");
        assertThat(json.at("/latency/percentiles")).isEmpty();
    }

    @Test
    void parameters_thatAreWrong_areAllNamed() {
        assertThatThrownBy(() -> new SlaParameters().read(null, "yesterday", null, "0.5,2"))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(
                                        String.valueOf(problem.getParameters().get("errors")))
                                .contains("/from", "/to", "/q"));
    }

    @Test
    void parameters_monthWithDays_isRefused() {
        assertThatThrownBy(() -> new SlaParameters().read("2026-10", "2026-10-01", null, null))
                .isInstanceOf(HttpProblem.class);
    }

    private JsonNode json(TenantId tenant) throws JsonProcessingException {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        var reading = readings.month(TestScopes.tenant(tenant), OCTOBER);
        return mapper.readTree(mapper.writeValueAsString(
                SlaJson.of(reading, new Aftermath(List.of(), List.of(), Optional.empty()), List.of(0.5, 0.95, 0.99))));
    }
}

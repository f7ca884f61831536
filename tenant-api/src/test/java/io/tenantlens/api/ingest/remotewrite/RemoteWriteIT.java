package io.tenantlens.api.ingest.remotewrite;

import static io.tenantlens.api.ingest.remotewrite.Requests.V1;
import static io.tenantlens.api.ingest.remotewrite.Requests.V2;
import static io.tenantlens.api.ingest.remotewrite.Requests.sample;
import static io.tenantlens.api.ingest.remotewrite.Requests.series;
import static io.tenantlens.api.ingest.remotewrite.Requests.v1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.ingest.TestIngest;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.TenantRateLimits;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Remote write up to the usage log, on a real database. */
class RemoteWriteIT {

    private static final TenantId ACORN = TestTenants.signUp("rw-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("rw-birch", "Asia/Dhaka");
    private static final TenantId CEDAR = TestTenants.signUp("rw-cedar", "Asia/Dhaka");
    private static final IngestCaller PLATFORM = new IngestCaller.Platform();

    private final long now = Instant.now().toEpochMilli();
    private final TestIngest ingest = new TestIngest();
    private final RemoteWrite remoteWrite =
            new RemoteWrite(ingest.intake(), ingest.metrics, ingest.config, Runnable::run);

    @AfterEach
    void stop() {
        ingest.log.stop();
    }

    private WriteAnswer write(IngestCaller caller, String contentType, byte[] body) {
        return remoteWrite
                .write(caller, contentType, "snappy", body)
                .toCompletableFuture()
                .join();
    }

    private WriteAnswer write(Proto... series) {
        return write(PLATFORM, V1, v1(series));
    }

    private static Map<String, String> labels(TenantId tenant, String metric) {
        return Map.of("__name__", metric, "tenant_id", tenant.value());
    }

    @Test
    void knownSeries_isLoggedLikeANewOne() {
        var first = write(series(labels(ACORN, "orders_total"), sample(3, now - 5), sample(4.5, now)));
        var second = write(series(labels(ACORN, "orders_total"), sample(6, now + 5)));

        assertThat(first).isEqualTo(new WriteAnswer(204, 2, 0, 0, "", null));
        assertThat(second).isEqualTo(new WriteAnswer(204, 1, 0, 0, "", null));
        var expected = "orders_total counter {\"tenant_id\": \"rw-acorn\"} ";
        assertThat(ingest.logged(ACORN))
                .contains(expected + (now - 5) + " 3.0 0", expected + now + " 4.5 0", expected + (now + 5) + " 6.0 0");
    }

    @Test
    void staleMarker_keepsItsBits() {
        write(series(labels(ACORN, "up_to_stale"), sample(Double.longBitsToDouble(0x7ff0000000000002L), now)));

        assertThat(ingest.logged(ACORN)).anyMatch(line -> line.startsWith("up_to_stale") && line.contains("NaN"));
    }

    @Test
    void unknownTenant_isRefusedAndTheOthersAreWritten() {
        var answer = write(
                series(Map.of("__name__", "up", "tenant_id", "rw-nobody"), sample(1, now)),
                series(labels(BIRCH, "views_total"), sample(1, now)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.samples()).isEqualTo(1);
        assertThat(answer.message()).contains("unknown_tenant").contains("rw-nobody");
        assertThat(ingest.rejected("unknown_tenant")).isEqualTo(1);
        assertThat(ingest.logged(BIRCH)).hasSize(1);
    }

    @Test
    void tenantOfAnotherToken_storesNothingOfTheRequest() {
        var answer = write(
                new IngestCaller.OneTenant(CEDAR),
                V1,
                v1(
                        series(Map.of("__name__", "mine_total"), sample(1, now)),
                        series(labels(ACORN, "theirs_total"), sample(1, now))));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.samples()).isZero();
        assertThat(ingest.rejected("forbidden_tenant")).isEqualTo(1);
        assertThat(ingest.logged(CEDAR)).isEmpty();
        assertThat(ingest.logged(ACORN)).noneMatch(line -> line.startsWith("theirs_total"));
    }

    @Test
    void seriesKnownToThePlatform_isForbiddenToAnotherTenantsToken() {
        write(series(labels(ACORN, "secret_total"), sample(1, now)));

        var answer =
                write(new IngestCaller.OneTenant(BIRCH), V1, v1(series(labels(ACORN, "secret_total"), sample(2, now))));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void seriesWithoutTenant_belongsToTheToken() {
        var unowned = v1(series(Map.of("__name__", "unowned_total"), sample(7, now)));
        write(new IngestCaller.OneTenant(ACORN), V1, unowned);
        write(new IngestCaller.OneTenant(BIRCH), V1, unowned);
        write(PLATFORM, V1, unowned);

        assertThat(ingest.logged(ACORN)).contains("unowned_total counter {} " + now + " 7.0 0");
        assertThat(ingest.logged(BIRCH)).contains("unowned_total counter {} " + now + " 7.0 0");
        assertThat(ingest.logged(TenantId.PLATFORM)).contains("unowned_total counter {} " + now + " 7.0 0");
    }

    @ParameterizedTest
    @CsvSource({"P401D, too_old", "PT-11M, too_new"})
    void sampleFarFromNow_isRefused(String before, String reason) {
        var at = now - (before.startsWith("P4") ? Duration.ofDays(401) : Duration.ofMinutes(-11)).toMillis();

        var answer = write(series(labels(ACORN, "views_total"), sample(1, at), sample(2, now)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.samples()).isEqualTo(1);
        assertThat(answer.message()).contains(reason);
        assertThat(ingest.rejected(reason)).isEqualTo(1);
    }

    @Test
    void tenantOverItsRate_waitsAndTheOthersAreWritten() {
        var limited = new RemoteWrite(
                ingest.intake(new TenantRateLimits(1, Duration.ofSeconds(2))),
                ingest.metrics,
                ingest.config,
                Runnable::run);
        var ofAcorn = series(labels(ACORN, "limited_total"), sample(1, now - 2), sample(2, now - 1), sample(3, now));
        var ofBirch = series(labels(BIRCH, "limited_total"), sample(1, now));

        var first = limited.write(PLATFORM, V1, "snappy", v1(ofAcorn))
                .toCompletableFuture()
                .join();
        var second = limited.write(PLATFORM, V1, "snappy", v1(ofAcorn, ofBirch))
                .toCompletableFuture()
                .join();

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.samples()).isEqualTo(1);
        assertThat(second.retryAfter()).isPositive();
        assertThat(second.toResponse().getHeaderString("Retry-After")).matches("[1-9]");
        assertThat(ingest.rejected("rate_limited")).isEqualTo(3);
        assertThat(ingest.logged(BIRCH)).anyMatch(line -> line.startsWith("limited_total"));
    }

    @Test
    void seriesBeyondTheTenantsLimit_areRefused() {
        var tenant = TestTenants.signUp("rw-crowded", "Asia/Dhaka");
        var crowded = new TestIngest(
                new WorkerDatabase(TestPostgres.shared().as("tenantlens_worker")),
                Map.of("tenantlens.series.limit-per-tenant", "1"));
        var receiver = new RemoteWrite(crowded.intake(), crowded.metrics, crowded.config, Runnable::run);

        var answer = receiver.write(
                        PLATFORM,
                        V1,
                        "snappy",
                        v1(
                                series(labels(tenant, "one_total"), sample(1, now)),
                                series(labels(tenant, "two_total"), sample(1, now))))
                .toCompletableFuture()
                .join();
        crowded.log.stop();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.samples()).isEqualTo(1);
        assertThat(answer.message()).contains("series_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {V1, V2})
    void logThatTakesNothing_asksToComeAgain(String version) {
        ingest.log.stop();
        var body = version.equals(V1) ? v1(series(labels(ACORN, "late_total"), sample(1, now))) : version2();

        var answer = write(PLATFORM, version, body);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.samples()).isZero();
        assertThat(answer.retryAfter()).isPositive();
    }

    private byte[] version2() {
        var request = new Requests.Version2();
        request.add(labels(ACORN, "late_total")).message(2, sample(1, now));
        return request.body();
    }

    @Test
    void databaseAway_asksToComeAgain() {
        var away = new TestIngest(new WorkerDatabase(TestPostgres.shared().as("no_such_login")), Map.of());
        var receiver = new RemoteWrite(away.intake(), away.metrics, away.config, Runnable::run);

        var answer = receiver.write(PLATFORM, V1, "snappy", v1(series(labels(ACORN, "away_total"), sample(1, now))))
                .toCompletableFuture()
                .join();
        away.log.stop();

        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void bothVersions_nameTheSameSeries() {
        write(series(labels(ACORN, "twice_total"), sample(1, now - 1)));
        var request = new Requests.Version2();
        request.add(labels(ACORN, "twice_total"))
                .message(2, new Proto().float64(1, 2).int64(2, now).int64(3, now - 60_000));
        write(PLATFORM, V2, request.body());

        var name = "twice_total counter {\"tenant_id\": \"rw-acorn\"} ";
        assertThat(ingest.logged(ACORN)).contains(name + (now - 1) + " 1.0 0", name + now + " 2.0 " + (now - 60_000));
    }
}

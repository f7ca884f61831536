package io.tenantlens.api.ingest.remotewrite;

import static io.tenantlens.api.ingest.remotewrite.Requests.sample;
import static io.tenantlens.api.ingest.remotewrite.Requests.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tenantlens.api.ingest.TestIngest;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever bytes come, a reader hands samples over or says that the body is malformed. */
class BrokenBodyIT {

    private static final int TRIALS = 5_000;

    private final TestIngest ingest = new TestIngest();
    private final Random random = new Random(42);

    @AfterEach
    void stop() {
        ingest.log.stop();
    }

    @ParameterizedTest
    @EnumSource(WriteVersion.class)
    void brokenBody_isMalformedAtWorst(WriteVersion version) {
        byte[] whole = whole(version);
        int malformed = 0;
        for (int i = 0; i < TRIALS; i++) {
            byte[] broken = breakSomewhere(whole);
            var intake = ingest.reading(new IngestCaller.Platform());
            try {
                version.read(broken, intake);
            } catch (MalformedBodyException e) {
                malformed++;
            }
        }

        assertThat(malformed).isBetween(TRIALS / 10, TRIALS - 1);
        assertThatCode(() -> version.read(whole, ingest.reading(new IngestCaller.Platform())))
                .doesNotThrowAnyException();
    }

    private byte[] breakSomewhere(byte[] whole) {
        byte[] broken = Arrays.copyOf(whole, random.nextInt(4) == 0 ? 1 + random.nextInt(whole.length) : whole.length);
        for (int i = 0; i <= random.nextInt(4); i++) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return broken;
    }

    private static byte[] whole(WriteVersion version) {
        var labels = Map.of("__name__", "request_duration_seconds", "job", "api");
        var histogram = new Proto()
                .int64(1, 14)
                .float64(3, 12.5)
                .sint32(4, 3)
                .float64(5, 1e-128)
                .int64(6, 1)
                .message(8, new Proto().sint32(1, 0).int64(2, 2))
                .packedSint64(9, 1, 1)
                .message(11, new Proto().sint32(1, 0).int64(2, 2))
                .packedSint64(12, 5, 1)
                .int64(15, System.currentTimeMillis())
                .packedFloat64(16, 0.5, 2);
        return switch (version) {
            case ONE ->
                new Proto()
                        .message(1, series(labels, sample(1, System.currentTimeMillis())))
                        .message(1, series(labels).message(4, histogram))
                        .toBytes();
            case TWO -> {
                var request = new Requests.Version2();
                request.add(labels)
                        .message(2, sample(1, System.currentTimeMillis()))
                        .message(5, new Proto().int64(1, 1));
                request.add(labels).message(3, histogram);
                yield request.unpacked();
            }
        };
    }
}

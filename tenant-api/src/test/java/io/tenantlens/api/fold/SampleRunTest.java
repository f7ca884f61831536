package io.tenantlens.api.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleRunTest {

    @Test
    void samplesInAnyOrder_standByTimeAndTheFirstOfATimeStays() {
        var run = run(30, 1, 10, 2, 30, 3, 20, 4, 10, 2);
        var refused = new ArrayList<Integer>();

        var ordered = run.inOrder(refused::add);

        assertThat(times(ordered)).containsExactly(10L, 20L, 30L);
        assertThat(ordered.value(2)).isEqualTo(1);
        assertThat(refused).as("the same again is no conflict").containsExactly(2);
    }

    @Test
    void samplesByTime_stayAsTheyAre() {
        var run = run(1, 1, 2, 1, 3, 1);

        assertThat(run.inOrder()).isSameAs(run);
        assertThat(times(run.from(1))).containsExactly(2L, 3L);
    }

    @Test
    void histograms_keepTheirPlace() {
        var run = new SampleRun();
        for (var i = 40; i > 0; i--) {
            run.add(i, 0, 0, new byte[] {(byte) i});
        }

        var ordered = run.inOrder();

        assertThat(IntStream.range(0, 40).mapToObj(ordered::histogram))
                .extracting(Arrays::toString)
                .startsWith("[1]", "[2]")
                .endsWith("[40]");
    }

    private static SampleRun run(long... timesAndValues) {
        var run = new SampleRun();
        for (var i = 0; i < timesAndValues.length; i += 2) {
            run.add(timesAndValues[i], (double) timesAndValues[i + 1], 0, null);
        }
        return run;
    }

    private static long[] times(SampleRun run) {
        return IntStream.range(0, run.size()).mapToLong(run::time).toArray();
    }
}

package io.tenantlens.api.ingest;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.ingest.Newcomer.Sample;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.admission.Rejections;
import io.tenantlens.api.ingest.admission.SeriesLabels;
import io.tenantlens.api.series.Labels;
import io.tenantlens.api.series.NewSeries;
import io.tenantlens.api.series.SeriesKind;
import io.tenantlens.api.series.SeriesRef;
import io.tenantlens.api.usagelog.WriteBatch;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way into the usage log, filled by the reader of its protocol.
 *
 * <p>The reader names a series by {@link #series}, then hands over its samples. A series that is known costs one look-up
 * of its label bytes; only an unknown one is parsed, checked and registered. What is refused is kept with its reason.
 */
public final class Intake {

    /** Identifies a newcomer within the request: some senders repeat a series for each of its samples. */
    private record Identity(TenantId tenant, Labels labels, SampleForm form) {}

    private final IngestCaller caller;
    private final SeriesResolver resolver;
    private final MetricKinds kinds;
    private final SampleTimes times;
    private final Set<TenantId> waiting;
    private final boolean meetsNewcomers;
    private final long context;

    private final WriteBatch batch = new WriteBatch();
    private final Rejections rejections = new Rejections();
    private final Map<Identity, Newcomer> newcomers = new LinkedHashMap<>();
    private final Map<TenantId, int[]> samplesOfTenants = new HashMap<>();
    private @Nullable TenantId countedTenant;
    private int[] countOfTenant = new int[1];
    private int samples;
    private int histograms;
    private int exemplars;

    private byte[] bytes = new byte[0];
    private int offset;
    private int length;
    private @Nullable SeriesKind declaredKind;
    private @Nullable SampleForm form;
    private @Nullable SeriesRef known;
    private @Nullable Newcomer newcomer;
    private @Nullable RejectionReason refusal;
    private String refusalDetail = "";

    Intake(
            IngestCaller caller,
            SeriesResolver resolver,
            MetricKinds kinds,
            SampleTimes times,
            Set<TenantId> waiting,
            boolean meetsNewcomers) {
        this.caller = caller;
        this.resolver = resolver;
        this.kinds = kinds;
        this.times = times;
        this.waiting = waiting;
        this.meetsNewcomers = meetsNewcomers;
        this.context = resolver.context(caller);
    }

    /**
     * Says whose samples come next.
     *
     * @param labelBytes holds the labels as remote write 1.0 encodes them, unchanged until the next series
     * @param kind what the sender says the series is, or null to go by the metric's name
     */
    public void series(byte[] labelBytes, int from, int bytesOfLabels, @Nullable SeriesKind kind) {
        bytes = labelBytes;
        offset = from;
        length = bytesOfLabels;
        declaredKind = kind;
        form = null;
    }

    /** Hands a number over; {@code start} is when the count began, or 0 where the sender doesn't say. */
    public void sample(long timestamp, double value, long start) {
        resolve(declaredKind == null ? SampleForm.NUMBER : SampleForm.of(declaredKind));
        if (!accepts(timestamp)) {
            return;
        }
        samples++;
        if (known != null) {
            batch.sample(known, timestamp, value, start);
        } else if (newcomer != null) {
            newcomer.add(new Sample(timestamp, start, value, null));
        }
    }

    /** A histogram that only grows, or an increase of one, as the series' kind says. */
    public void histogram(long timestamp, Histogram histogram, long start) {
        resolve(declaredKind == SeriesKind.DELTA_HISTOGRAM ? SampleForm.HISTOGRAM_INCREASE : SampleForm.HISTOGRAM);
        if (!accepts(timestamp)) {
            return;
        }
        histograms++;
        if (known != null) {
            batch.histogram(known, timestamp, histogram, start);
        } else if (newcomer != null) {
            newcomer.add(new Sample(timestamp, start, 0, histogram));
        }
    }

    /** The end of a histogram's series: says nothing about usage, so nothing of it is kept. */
    public void staleHistogram(long timestamp) {
        resolve(SampleForm.HISTOGRAM);
        if (accepts(timestamp)) {
            histograms++;
        }
    }

    /** An example of an observation: looked at for its labels and counted, for the sender's statistics. */
    public void exemplar() {
        resolve(SampleForm.NUMBER);
        if (refusal == null) {
            exemplars++;
        } else {
            rejections.add(refusal, refusalDetail);
        }
    }

    /** Refuses one sample that the reader cannot hand over. */
    public void refuse(RejectionReason reason, String detail) {
        rejections.add(reason, detail);
    }

    private boolean accepts(long timestamp) {
        if (refusal != null) {
            rejections.add(refusal, refusalDetail);
            return false;
        }
        if (!times.contain(timestamp)) {
            var at = Instant.ofEpochMilli(timestamp);
            rejections.add(times.reasonAgainst(timestamp), at + " in " + describeSeries());
            return false;
        }
        countOfTenant[0]++;
        return true;
    }

    private void resolve(SampleForm wanted) {
        if (form == wanted) {
            return;
        }
        form = wanted;
        refusal = null;
        newcomer = null;
        known = resolver.find(wanted.in(context), bytes, offset, length);
        if (known != null) {
            countFor(known.tenant());
        } else if (meetsNewcomers) {
            meet(wanted);
        } else {
            throw new UnknownSeriesException();
        }
    }

    private void meet(SampleForm wanted) {
        Labels labels;
        try {
            labels = SeriesLabels.read(bytes, offset, length);
        } catch (IllegalArgumentException e) {
            refuseSeries(RejectionReason.INVALID_LABELS, String.valueOf(e.getMessage()));
            return;
        }
        var tenant = resolver.tenant(caller, labels);
        if (tenant == null) {
            refuseSeries(RejectionReason.UNKNOWN_TENANT, "no tenant " + labels.get(SeriesLabels.TENANT));
            return;
        }
        newcomer = newcomers.computeIfAbsent(
                new Identity(tenant, labels, wanted),
                _ -> new Newcomer(new NewSeries(tenant, labels, kindOf(labels, wanted)), wanted.in(context)));
        newcomer.spelled(bytes, offset, length);
        countFor(tenant);
    }

    private SeriesKind kindOf(Labels labels, SampleForm wanted) {
        return switch (wanted) {
            case NUMBER ->
                declaredKind == SeriesKind.COUNTER || declaredKind == SeriesKind.GAUGE
                        ? declaredKind
                        : kinds.of(labels.metric());
            case INCREASE -> SeriesKind.DELTA;
            case HISTOGRAM -> SeriesKind.HISTOGRAM;
            case HISTOGRAM_INCREASE -> SeriesKind.DELTA_HISTOGRAM;
        };
    }

    private void refuseSeries(RejectionReason reason, String detail) {
        refusal = reason;
        refusalDetail = detail;
    }

    private void countFor(TenantId tenant) {
        if (!tenant.equals(countedTenant)) {
            countedTenant = tenant;
            countOfTenant = samplesOfTenants.computeIfAbsent(tenant, _ -> new int[1]);
        }
        if (!waiting.isEmpty() && waiting.contains(tenant)) {
            refuseSeries(RejectionReason.RATE_LIMITED, "tenant " + tenant + " writes more than its rate");
        }
    }

    private String describeSeries() {
        try {
            return SeriesLabels.read(bytes, offset, length).toString();
        } catch (IllegalArgumentException e) {
            return "a series without valid labels";
        }
    }

    /** How many samples each tenant wants to write. */
    Map<TenantId, Integer> samplesOfTenants() {
        var counts = new HashMap<TenantId, Integer>();
        samplesOfTenants.forEach((tenant, count) -> counts.put(tenant, count[0]));
        return counts;
    }

    /** Registers the newcomers and moves their samples into the batch; those beyond their tenant's limit are refused. */
    void admitNewcomers() {
        var arrived = newcomers.values().stream()
                .filter(each -> !each.samples().isEmpty())
                .toList();
        if (arrived.isEmpty()) {
            return;
        }
        var refs = resolver.register(arrived);
        for (int i = 0; i < arrived.size(); i++) {
            var ref = refs.get(i);
            if (ref.isPresent()) {
                add(ref.get(), arrived.get(i).samples());
            } else {
                refuseBeyondLimit(arrived.get(i));
            }
        }
    }

    private void add(SeriesRef ref, List<Sample> held) {
        for (var sample : held) {
            if (sample.histogram() == null) {
                batch.sample(ref, sample.timestamp(), sample.value(), sample.start());
            } else {
                batch.histogram(ref, sample.timestamp(), sample.histogram(), sample.start());
            }
        }
    }

    private void refuseBeyondLimit(Newcomer refused) {
        for (var sample : refused.samples()) {
            if (sample.histogram() == null) {
                samples--;
            } else {
                histograms--;
            }
            var tenant = refused.series().tenant();
            rejections.add(RejectionReason.SERIES_LIMIT, "tenant " + tenant + " has as many series as it may");
        }
    }

    WriteBatch batch() {
        return batch;
    }

    int samples() {
        return samples;
    }

    int histograms() {
        return histograms;
    }

    int exemplars() {
        return exemplars;
    }

    Rejections rejections() {
        return rejections;
    }
}

package io.tenantlens.api.ingest;

import io.tenantlens.api.ingest.admission.ForbiddenTenantException;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.KnownTenants;
import io.tenantlens.api.ingest.admission.SeriesLabels;
import io.tenantlens.api.series.Labels;
import io.tenantlens.api.series.SeriesIndex;
import io.tenantlens.api.series.SeriesRef;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Finds the series that label bytes mean for a caller. */
@Singleton
class SeriesResolver {

    private final SeriesIndex index;
    private final KnownTenants tenants;
    private final Map<IngestCaller, Long> contexts = new ConcurrentHashMap<>();
    private final AtomicLong lastContext = new AtomicLong();

    @Inject
    SeriesResolver(SeriesIndex index, KnownTenants tenants) {
        this.index = index;
        this.tenants = tenants;
    }

    /** What decides, beside the label bytes and the form of the samples, which series they mean: whose token it is. */
    long context(IngestCaller caller) {
        return contexts.computeIfAbsent(caller, _ -> lastContext.addAndGet(SampleForm.CONTEXTS));
    }

    @Nullable
    SeriesRef find(long context, byte[] bytes, int offset, int length) {
        return index.find(context, bytes, offset, length);
    }

    /** The tenant that the labels name or that the caller stands for; null if there is no such tenant. */
    @Nullable
    TenantId tenant(IngestCaller caller, Labels labels) {
        var name = labels.get(SeriesLabels.TENANT);
        if (name == null) {
            return caller.owner();
        }
        if (!caller.mayWrite(name)) {
            throw new ForbiddenTenantException(caller);
        }
        return tenants.find(name);
    }

    /** Registers newcomers, and remembers them by the bytes by which they came; empty for one beyond its tenant's limit. */
    List<Optional<SeriesRef>> register(List<Newcomer> newcomers) {
        var refs = index.register(newcomers.stream().map(Newcomer::series).toList());
        for (int i = 0; i < refs.size(); i++) {
            var newcomer = newcomers.get(i);
            refs.get(i)
                    .ifPresent(ref -> newcomer.spellings()
                            .forEach(bytes -> index.remember(newcomer.context(), bytes, 0, bytes.length, ref)));
        }
        return refs;
    }
}

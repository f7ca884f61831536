package io.tenantlens.api.series;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Installation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves series. The hot path asks by the bytes in which a sender sent the labels; what is not remembered is registered by its
 * labels and then remembered.
 */
@Singleton
public class SeriesIndex {

    private final RememberedSeries remembered;
    private final SeriesRegistry registry;

    @Inject
    public SeriesIndex(WorkerDatabase database, Installation installation, Shards shards, SeriesConfig config) {
        this.remembered = new RememberedSeries(config.remembered());
        this.registry = new SeriesRegistry(database, installation, shards, config);
    }

    /**
     * The series whose label bytes were remembered, or null. Allocates nothing on a hit.
     *
     * @param context whatever else decides what the bytes mean, such as the wire format and the tenant that a token is bound to;
     *     the same number as in {@link #remember}, or 0
     */
    public @Nullable SeriesRef find(long context, byte[] buffer, int offset, int length) {
        return remembered.find(context, buffer, offset, length);
    }

    /** Remembers the series of these label bytes; they are copied. */
    public void remember(long context, byte[] buffer, int offset, int length, SeriesRef series) {
        remembered.remember(context, buffer, offset, length, series);
    }

    /**
     * Finds or creates series whose tenants exist, in the order given. Empty where the tenant has as many series as it may: refuse
     * the samples with the reason {@code series_limit}.
     */
    public List<Optional<SeriesRef>> register(List<NewSeries> series) {
        return registry.register(series);
    }
}

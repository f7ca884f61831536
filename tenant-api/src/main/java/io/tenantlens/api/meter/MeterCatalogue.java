package io.tenantlens.api.meter;

import io.tenantlens.cost.meter.MeterKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All meters. Data, not code: see {@code docs/meters.md}. A broken file stops the start with a message that names the line. */
@Singleton
public class MeterCatalogue {

    private static final String SHIPPED = "/meters/catalogue.yaml";
    private static final String TOTAL = "_total";

    private final Map<MeterKey, Meter> meters = new LinkedHashMap<>();
    private final Map<String, List<Meter>> byMetric = new HashMap<>();
    private final Map<String, List<Meter>> byEvent = new HashMap<>();

    @Inject
    MeterCatalogue(@ConfigProperty(name = "tenantlens.meters.file") Optional<Path> file) {
        this(file.map(MeterCatalogue::read).orElseGet(MeterCatalogue::readShipped));
    }

    MeterCatalogue(List<Meter> all) {
        for (var meter : all) {
            meters.put(meter.key(), meter);
            if (meter.aggregation() == Aggregation.EVENTS) {
                byEvent.computeIfAbsent(meter.source(), type -> new ArrayList<>())
                        .add(meter);
            } else {
                addMetric(meter.source(), meter);
                if (meter.source().endsWith(TOTAL)) {
                    addMetric(meter.source().substring(0, meter.source().length() - TOTAL.length()), meter);
                }
            }
        }
    }

    /** The catalogue that ships with the product. */
    public static MeterCatalogue shipped() {
        return new MeterCatalogue(readShipped());
    }

    /** In the order of the file, which is the order of pages. */
    public Collection<Meter> meters() {
        return Collections.unmodifiableCollection(meters.values());
    }

    public Optional<Meter> find(MeterKey key) {
        return Optional.ofNullable(meters.get(key));
    }

    /** What a metric of exactly this name feeds, with or without {@code _total}. */
    public List<Meter> ofMetric(String metric) {
        return Collections.unmodifiableList(byMetric.getOrDefault(metric, List.of()));
    }

    /** What a usage event of this type feeds. */
    public List<Meter> ofEvent(String type) {
        return Collections.unmodifiableList(byEvent.getOrDefault(type, List.of()));
    }

    private void addMetric(String metric, Meter meter) {
        byMetric.computeIfAbsent(metric, name -> new ArrayList<>()).add(meter);
    }

    private static List<Meter> readShipped() {
        var shipped = Objects.requireNonNull(
                MeterCatalogue.class.getResourceAsStream(SHIPPED), "the meter catalogue is missing from the program");
        try (var reader = new InputStreamReader(shipped, StandardCharsets.UTF_8)) {
            return CatalogueFile.parse("meters/catalogue.yaml", reader);
        } catch (IOException e) {
            throw new CatalogueException("the meter catalogue cannot be read", e);
        }
    }

    private static List<Meter> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return CatalogueFile.parse(file.toString(), reader);
        } catch (IOException e) {
            throw new CatalogueException("tenantlens.meters.file cannot be read: " + file, e);
        }
    }
}

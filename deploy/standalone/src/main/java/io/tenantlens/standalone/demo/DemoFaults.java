package io.tenantlens.standalone.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Breaks shops of the demo and heals them. */
public final class DemoFaults {

    private final WorldFile world;
    private final FaultFile file;

    public DemoFaults(Path worldFile, Path faultFile) {
        this.world = new WorldFile(worldFile);
        this.file = new FaultFile(faultFile);
    }

    /**
     * Breaks a shop, or all of them; answers what is to be seen.
     *
     * @throws IllegalArgumentException if there is no such fault or shop; the message tells which there are
     */
    public String breakDown(String kind, Optional<String> shop) throws IOException {
        var fault = Fault.find(kind)
                .orElseThrow(() -> new IllegalArgumentException("nothing breaks by '" + kind + "'; there is "
                        + Arrays.stream(Fault.values()).map(Fault::key).collect(Collectors.joining(", "))));
        var faults = file.read();
        for (var slug : chosen(shop)) {
            faults.computeIfAbsent(slug, _ -> EnumSet.noneOf(Fault.class)).add(fault);
        }
        file.write(faults);
        return shop.orElse("every shop") + ": " + fault.effect() + "; ./tenantlens demo heal ends it";
    }

    /** Heals a shop, or all of them; answers who was broken. */
    public String heal(Optional<String> shop) throws IOException {
        var faults = file.read();
        var healed = chosen(shop).stream()
                .filter(slug -> faults.remove(slug) != null)
                .toList();
        file.write(faults);
        return healed.isEmpty()
                ? "nothing was broken"
                : "healed " + String.join(", ", healed) + "; alerts end when their windows have passed";
    }

    static Set<Fault> of(SortedMap<String, Set<Fault>> faults, DemoTenant tenant) {
        return faults.getOrDefault(tenant.slug(), Set.of());
    }

    private List<String> chosen(Optional<String> shop) throws IOException {
        var saved = world.read().orElseThrow(() -> new IllegalArgumentException("there is no demo data"));
        var all = DemoTenants.of(saved.world().tenants(), saved.world().seed()).stream()
                .map(DemoTenant::slug)
                .toList();
        if (shop.isPresent() && !all.contains(shop.get())) {
            throw new IllegalArgumentException(
                    "the demo has no shop '" + shop.get() + "'; there is " + String.join(", ", all));
        }
        return shop.map(List::of).orElse(all);
    }
}

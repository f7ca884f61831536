package io.tenantlens.standalone.demo;

import io.tenantlens.standalone.remotewrite.WriteRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The simulated shop platform. It registers its shops, sends their history once, and goes on live: metrics for Prometheus
 * to scrape, or sent by itself where there is none, and an event for each order.
 */
public final class DemoPlatform implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DemoPlatform.class.getName());

    private static final Duration TICK = Duration.ofSeconds(5);

    /** Orders this old are sent as events, too; those that were sent before count once. */
    private static final Duration EVENT_HISTORY = Duration.ofDays(3);

    /** A shorter stop shows as one larger step of the counters. */
    private static final Duration LONG_GAP = Duration.ofMinutes(30);

    private final PortalApi portal;
    private final WorldFile file;
    private final FaultFile faults;
    private final Clock clock;
    private final Consumer<String> progress;

    private volatile List<LiveShop> shops = List.of();
    private volatile boolean closed;
    private @Nullable MetricsEndpoint endpoint;
    private @Nullable Thread ticker;

    public DemoPlatform(
            URI portal,
            URI tokenUrl,
            String ingestSecret,
            Path worldFile,
            Path faultFile,
            Clock clock,
            Consumer<String> progress) {
        this.portal = new PortalApi(portal, tokenUrl, ingestSecret);
        this.file = new WorldFile(worldFile);
        this.faults = new FaultFile(faultFile);
        this.clock = clock;
        this.progress = progress;
    }

    /** Returns once the history is acknowledged and the platform is live. */
    public void start(int tenants, int days, int metricsPort, boolean writeByItself)
            throws IOException, InterruptedException {
        var saved = file.read().orElseGet(() -> {
            var world = World.ending(clock.instant(), tenants, days);
            return new WorldFile.Saved(world, world.origin().minusMillis(1), Map.of());
        });
        file.write(saved);
        var world = saved.world();
        var all = DemoTenants.of(world.tenants(), world.seed());
        catchUp(saved, all);
        var now = clock.instant();
        shops = all.stream()
                .map(tenant -> new LiveShop(world, tenant, saved.extra(tenant), now))
                .toList();
        endpoint = new MetricsEndpoint(metricsPort, () -> shops);
        ticker = Thread.ofVirtual().name("demo").start(() -> live(world, writeByItself));
    }

    /** Sends what the portal has missed: the whole history, or the time in which nothing ran. */
    private void catchUp(WorldFile.Saved saved, List<DemoTenant> tenants) throws IOException, InterruptedException {
        var world = saved.world();
        var sentUntil = saved.sentUntil();
        var begun = clock.instant();
        Registration.register(portal, world, tenants);
        if (Duration.between(sentUntil, begun).compareTo(LONG_GAP) > 0) {
            progress.accept("demo: " + tenants.size() + " tenants registered, sending what happened since "
                    + LocalDate.ofInstant(sentUntil.plusMillis(1), World.ZONE));
            var step = Math.max(8, tenants.size() / 4);
            new History(portal, saved).send(tenants, sentUntil, begun, done -> {
                if (done % step == 0) {
                    progress.accept("demo: history of " + done + " of " + tenants.size() + " tenants sent");
                }
            });
        }
        var oldest = begun.minus(EVENT_HISTORY);
        sendEvents(saved, tenants, sentUntil.isAfter(oldest) ? sentUntil : oldest);
        file.write(new WorldFile.Saved(world, clock.instant(), saved.extras()));
        progress.accept("demo: up to date after "
                + Duration.between(begun, clock.instant()).toSeconds() + " s");
    }

    /** Has the months of the history invoiced; the portal must have all of their usage in its figures. */
    public void closeMonths() throws IOException, InterruptedException {
        var saved = file.read();
        if (saved.isPresent()) {
            var closed = new MonthEnds(portal).close(saved.get().world(), clock.instant());
            progress.accept("demo: invoices of " + closed + " past months issued");
        }
    }

    private void sendEvents(WorldFile.Saved saved, List<DemoTenant> tenants, Instant from)
            throws IOException, InterruptedException {
        var world = saved.world();
        var events = new OrderEvents(portal);
        for (var tenant : tenants) {
            var traffic = new Traffic(world, tenant, saved.extra(tenant));
            var before = traffic.at(from.isBefore(world.origin()) ? world.origin() : from);
            for (var at = before.at().plus(TICK.multipliedBy(720)); at.isBefore(clock.instant()); ) {
                var after = traffic.at(at);
                events.add(tenant, before, after);
                before = after;
                at = at.plus(TICK.multipliedBy(720));
            }
            events.add(tenant, before, traffic.at(clock.instant()));
        }
        events.flush();
    }

    private void live(World world, boolean writeByItself) {
        while (!closed) {
            try {
                Thread.sleep(TICK);
                tick(writeByItself);
                file.write(new WorldFile.Saved(world, clock.instant(), extras()));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the portal did not take live traffic: " + e.getMessage());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private Map<String, Totals> extras() {
        return shops.stream().collect(Collectors.toMap(shop -> shop.tenant().slug(), LiveShop::extra));
    }

    private void tick(boolean writeByItself) throws IOException, InterruptedException {
        var events = new OrderEvents(portal);
        var now = clock.instant();
        var broken = faults.read();
        var body = new WriteRequest();
        for (var shop : shops) {
            var before = shop.now();
            shop.advanceTo(now, DemoFaults.of(broken, shop.tenant()));
            events.add(shop.tenant(), before, shop.now());
            if (writeByItself) {
                for (var series : shop.series()) {
                    body.series(
                            WriteRequest.labels(series.remoteLabels()),
                            new long[] {now.toEpochMilli()},
                            new double[] {series.value().applyAsDouble(shop.now())});
                }
            }
        }
        events.flush();
        if (writeByItself) {
            portal.write(body.compress());
        }
    }

    @Override
    public void close() {
        closed = true;
        if (ticker != null) {
            ticker.interrupt();
        }
        if (endpoint != null) {
            endpoint.close();
        }
    }
}

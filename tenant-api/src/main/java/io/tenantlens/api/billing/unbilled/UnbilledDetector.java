package io.tenantlens.api.billing.unbilled;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.billing.draft.BilledTenant;
import io.tenantlens.api.billing.draft.CardBook;
import io.tenantlens.api.billing.run.BillingSettings;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Looks through the open month and those that a run still corrects. Each round replaces what the one before found; one instance
 * at a time does it.
 */
@Singleton
public class UnbilledDetector {

    private static final int LOCK = 0x7130;

    private final WorkerDatabase database;
    private final BillingSettings settings;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public UnbilledDetector(WorkerDatabase database, BillingSettings settings, Roles roles, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "15m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            detect();
        }
    }

    public void detect() {
        database.useTransactionAlone(LOCK, handle -> {
            handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
            var rows = new UnbilledRows(handle);
            rows.forget();
            var cards = new CardBook(handle);
            for (var chunk = tenants(handle, ""); !chunk.isEmpty(); ) {
                rows.add(found(handle, cards, chunk));
                chunk = tenants(handle, chunk.getLast().id().value());
            }
            rows.note(clock.instant());
        });
    }

    private List<UnbilledUsage> found(Handle handle, CardBook cards, List<BilledTenant> tenants) {
        var open = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        var found = new ArrayList<UnbilledUsage>();
        for (var back = 0; back <= settings.correctedMonths(); back++) {
            found.addAll(new UnpricedUsage(handle, cards, open.minusMonths(back)).of(tenants));
        }
        found.addAll(new LateUsage(handle, open, settings.correctedMonths()).of(tenants));
        return found;
    }

    private List<BilledTenant> tenants(Handle handle, String after) {
        return handle.createQuery("""
                        SELECT tenant_id, name, currency, time_zone FROM tenants
                        WHERE tenant_id > :after AND tenant_id <> '_platform' ORDER BY tenant_id LIMIT :chunk""")
                .bind("after", after)
                .bind("chunk", settings.chunk())
                .map((row, _) -> new BilledTenant(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("name"),
                        Currency.of(row.getString("currency")),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }
}

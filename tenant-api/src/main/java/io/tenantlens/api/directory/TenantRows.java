package io.tenantlens.api.directory;

import io.tenantlens.cost.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Tenants in the database. */
final class TenantRows {

    private TenantRows() {}

    /** Those that the transaction's login may see, without the platform itself. */
    static List<Tenant> all(Handle handle) {
        return handle.createQuery("SELECT * FROM tenants WHERE tenant_id <> '_platform' ORDER BY tenant_id")
                .map((row, _) -> tenant(row))
                .list();
    }

    static void store(Handle handle, Collection<Tenant> tenants) {
        var batch = handle.prepareBatch("""
                INSERT INTO tenants (tenant_id, name, tier, hosting, plan, status, currency, locale, time_zone, signed_up_on, churned_on)
                VALUES (:id, :name, :tier, :hosting, :plan, :status, :currency, :locale, :zone, :signedUp, :churned)
                ON CONFLICT (tenant_id) DO UPDATE SET name = excluded.name, tier = excluded.tier, hosting = excluded.hosting,
                    plan = excluded.plan, status = excluded.status, currency = excluded.currency, locale = excluded.locale,
                    time_zone = excluded.time_zone, signed_up_on = excluded.signed_up_on, churned_on = excluded.churned_on,
                    updated_at = now()""");
        for (var tenant : tenants) {
            batch.bind("id", tenant.id().value())
                    .bind("name", tenant.name())
                    .bind("tier", lower(tenant.tier()))
                    .bind("hosting", lower(tenant.hosting()))
                    .bind("plan", tenant.plan())
                    .bind("status", lower(tenant.status()))
                    .bind("currency", tenant.currency().getCurrencyCode())
                    .bind("locale", tenant.locale().toLanguageTag())
                    .bind("zone", tenant.timeZone().getId())
                    .bind("signedUp", tenant.signedUpOn())
                    .bind("churned", tenant.churnedOn())
                    .add();
        }
        batch.execute();
    }

    static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                new TenantId(row.getString("tenant_id")),
                row.getString("name"),
                Tenant.Tier.valueOf(upper(row.getString("tier"))),
                Tenant.Hosting.valueOf(upper(row.getString("hosting"))),
                row.getString("plan"),
                Tenant.Status.valueOf(upper(row.getString("status"))),
                Currency.getInstance(row.getString("currency")),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("signed_up_on", LocalDate.class),
                row.getObject("churned_on", LocalDate.class));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }
}

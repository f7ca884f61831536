package io.tenantlens.api.billing.credit;

import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.util.Locale;

/**
 * An amount off a tenant's next bills, before tax.
 *
 * @param key what it is given for, such as {@code sla-2026-10}: booked twice it is still one credit
 * @param title as it stands on the bill
 * @param evidence why it is given, in words that the tenant reads
 */
public record BillCredit(TenantId tenant, String key, Kind kind, String title, String evidence, Money amount) {

    private static final int LONGEST_KEY = 90;

    /** Why credit is given. */
    public enum Kind {
        /** A service level was missed. */
        SLA,
        /** Staff gave it for another reason. */
        GOODWILL;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }

    public BillCredit {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("key must have 1 to 90 characters: '" + key + "'");
        }
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("credit must be more than zero: " + amount);
        }
    }
}

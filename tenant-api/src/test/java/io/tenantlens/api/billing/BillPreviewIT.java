package io.tenantlens.api.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillPreviewIT {

    private static final TenantId ACORN = new TenantId("bill-acorn");
    private static final TenantId BIRCH = new TenantId("bill-birch");
    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final LocalDate OCTOBER_1 = LocalDate.of(2026, 10, 1);

    private final BillPreviews previews = new BillPreviews(
            new TenantDatabase(POSTGRES.as("tenantlens_app")),
            Clock.fixed(Instant.parse("2026-10-10T18:00:00Z"), ZoneOffset.UTC)); // 11 October, 00:00 in Dhaka

    @BeforeEach
    void startEmpty() {
        POSTGRES.as("tenantlens_worker").useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('usage_day', '2026-09-01', '2026-10-31')");
            handle.execute("DELETE FROM usage_day WHERE tenant_id LIKE 'bill-%'");
        });
        signUp(ACORN, "BDT");
        signUp(BIRCH, "BDT");
    }

    @Test
    void open_withoutUsage_isTheBaseFeeAndItsTax() {
        var preview = previews.open(TestScopes.tenant(ACORN));

        assertThat(preview.bill().total()).isEqualTo(Money.bdt("1725.00"));
        assertThat(preview.forecast()).isNull();
    }

    @Test
    void open_ratesTheDaysOfTheMonthInTheTenantsZone() {
        use(ACORN, "requests", LocalDate.of(2026, 9, 30), "{\"status\": \"200\"}", "999999999");
        use(ACORN, "requests", OCTOBER_1, "{\"status\": \"200\"}", "150000");
        use(ACORN, "requests", OCTOBER_1, "{\"status\": \"500\"}", "500");

        // 150,500 requests are 151 thousands begun: 100 free, 51 at 12.00
        assertThat(amount(ACORN, "requests")).isEqualTo(Money.bdt("612.00"));
    }

    @Test
    void open_countsOnlyTheDimensionsOfTheCharge() {
        use(ACORN, "orders", OCTOBER_1, "{\"status\": \"completed\"}", "60");
        use(ACORN, "orders", OCTOBER_1, "{\"status\": \"cancelled\"}", "1000");

        assertThat(amount(ACORN, "orders")).isEqualTo(Money.bdt("20.00")); // 50 of 60 are free
    }

    @Test
    void open_chargesStorageByItsMeanOverTheMonth() {
        use(
                ACORN,
                "storage",
                OCTOBER_1,
                "{\"type\": \"images\"}",
                "744000000000000"); // 1,000 GB over all of October's 744 h

        assertThat(amount(ACORN, "storage")).isEqualTo(Money.bdt("3482.50")); // 995 GB-months at 3.50
    }

    @Test
    void open_forecastsFromTheLastSevenWholeDays() {
        for (var day = 0; day < 10; day++) {
            use(ACORN, "sms", OCTOBER_1.plusDays(day), "{}", "100");
        }

        var preview = previews.open(TestScopes.tenant(ACORN));

        assertThat(preview.bill().subtotal()).isEqualTo(Money.bdt("1850.00")); // 1,000 messages at 0.35
        assertThat(preview.forecast()).isEqualTo(Money.bdt("2972.75")); // (1,500 + 3,100 × 0.35) × 1.15
    }

    @Test
    void open_seesNothingOfAnotherTenant() {
        use(BIRCH, "sms", OCTOBER_1, "{}", "100");

        assertThat(amount(ACORN, "sms")).isEqualTo(Money.bdt("0.00"));
    }

    @Test
    void open_refusesACurrencyWithoutRateCard() {
        var cedar = new TenantId("bill-cedar");
        signUp(cedar, "JPY");

        assertThatThrownBy(() -> previews.open(TestScopes.tenant(cedar)))
                .isInstanceOf(NoRateCardException.class)
                .hasMessageContaining("JPY");
    }

    private Money amount(TenantId tenant, String charge) {
        return previews.open(TestScopes.tenant(tenant)).bill().lines().stream()
                .filter(line -> line.charge().value().equals(charge))
                .map(line -> line.amount().minus(line.discount()))
                .findFirst()
                .orElse(Money.bdt("0.00"));
    }

    private static void use(TenantId tenant, String meter, LocalDate day, String dimensions, String quantity) {
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.createUpdate(
                                "INSERT INTO usage_day VALUES (:tenant, :meter, :day, :dimensions::jsonb, :quantity)")
                        .bind("tenant", tenant.value())
                        .bind("meter", meter)
                        .bind("day", day)
                        .bind("dimensions", dimensions)
                        .bind("quantity", new BigDecimal(quantity))
                        .execute());
    }

    private static void signUp(TenantId tenant, String currency) {
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, currency, signed_up_on)"
                                + " VALUES (?, ?, 'starter', 'shared', 'starter', ?, '2026-01-01') ON CONFLICT DO NOTHING",
                        tenant.value(),
                        tenant.value(),
                        currency));
    }
}

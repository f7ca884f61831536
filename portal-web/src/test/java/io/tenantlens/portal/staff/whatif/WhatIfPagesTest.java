package io.tenantlens.portal.staff.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class WhatIfPagesTest {

    private static final String PATH = "/staff/ratecards/what-if";

    /** Growth priced as a starter, in September: 29 days of 1,010 requests and 40 orders. */
    private static final String GROWTH_AS_STARTER = "?card=starter.BDT.2025-01-01&month=2026-09&plan=growth&sort=name";

    private static final SignedIn FARIDA = SignedIn.staff("staff-finance");

    @BeforeEach
    void open() {
        TestShops.open();
    }

    @Test
    void question_isAskedBeforeItIsAnswered() {
        var page = FARIDA.page(PATH);

        assertThat(page.select(".empty").text()).startsWith("Choose a card and a month.");
        assertThat(page.select("select[name=month] option[selected]").attr("value"))
                .isEqualTo("2026-09");
        assertThat(page.select("select[name=card] option").eachAttr("value")).contains("growth.BDT.2025-01-01");
    }

    @Test
    void answer_showsEachShopAndTheirSum() {
        var page = FARIDA.page(PATH + GROWTH_AS_STARTER);

        var acorn = page.select("tbody tr:has(a[href=/staff/tenants/acorn]) td").eachText();
        // Growth: 7,500 + 700 orders above 500 free at 1.50; starter: 1,500 + 1,150 above 50 at 2.00; requests are free
        // in both.
        assertThat(acorn).containsExactly("Growth", "৳8,550.00", "৳3,800.00", "-৳4,750.00", "-55.6%");
        assertThat(page.select("tfoot th").text()).startsWith("All ");
        assertThat(page.select("section:has(h2:contains(By charge)) tbody th").eachText())
                .contains("base", "orders", "requests");
    }

    @Test
    void csv_endsWithTheExactSumOfItsRows() {
        var rows = FARIDA.request()
                .get(PATH + ".csv" + GROWTH_AS_STARTER)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();

        for (var column : List.of(4, 5, 6)) {
            var sum = rows.subList(1, rows.size() - 1).stream()
                    .map(row -> new BigDecimal(row.get(column)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(rows.getLast().get(column));
        }
        assertThat(rows)
                .anySatisfy(row -> assertThat(row).startsWith("acorn", "Acorn Books", "Growth", "BDT", "8550.00"));
    }

    @Test
    void unknownCard_isNotFound() {
        assertThat(FARIDA.status(PATH + "?card=none.BDT.2025-01-01")).isEqualTo(404);
        assertThat(FARIDA.status(PATH + "?card=nonsense")).isEqualTo(404);
        assertThat(FARIDA.status(PATH + ".csv")).isEqualTo(404);
    }

    @Test
    void whoMayNotSeePrices_isRefused() {
        assertThat(SignedIn.staff("staff-sre").status(PATH)).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status(PATH + ".csv")).isEqualTo(403);
    }
}

package io.tenantlens.standalone.demo;

import static io.tenantlens.standalone.demo.DemoTenant.Tier.ENTERPRISE;
import static io.tenantlens.standalone.demo.DemoTenant.Tier.GROWTH;
import static io.tenantlens.standalone.demo.DemoTenant.Tier.STARTER;

import java.util.ArrayList;
import java.util.List;

/** The shops of the demo world: named ones first, then as many more as are asked for. */
final class DemoTenants {

    private static final List<DemoTenant> NAMED = List.of(
            new DemoTenant("dhaka-books", GROWTH, false, Kind.GROWING, 900, 0),
            new DemoTenant("sylhet-tea", GROWTH, false, Kind.STEADY, 700, 0),
            new DemoTenant("khulna-fish", STARTER, false, Kind.SHRINKING, 260, 0),
            new DemoTenant("chattogram-shoes", ENTERPRISE, true, Kind.STEADY, 4200, 0),
            new DemoTenant("rajshahi-mango", STARTER, false, Kind.SEASONAL, 320, 0),
            new DemoTenant("barishal-rice", STARTER, false, Kind.STEADY, 180, 0),
            new DemoTenant("rangpur-jute", GROWTH, false, Kind.LOSS_MAKING, 240, 0),
            new DemoTenant("cumilla-sweets", GROWTH, false, Kind.GROWING, 520, 120),
            new DemoTenant("mymensingh-toys", STARTER, false, Kind.CHURNED, 150, 0),
            new DemoTenant("jashore-flowers", STARTER, false, Kind.SHRINKING, 210, 0),
            new DemoTenant("bogura-yogurt", GROWTH, false, Kind.STEADY, 480, 0),
            new DemoTenant("tangail-saree", ENTERPRISE, true, Kind.GROWING, 2600, 0),
            new DemoTenant("coxs-pearls", GROWTH, false, Kind.SEASONAL, 560, 0),
            new DemoTenant("narayanganj-knit", ENTERPRISE, false, Kind.SLA_BREACHING, 1900, 0),
            new DemoTenant("gazipur-gadgets", ENTERPRISE, true, Kind.LOSS_MAKING, 620, 60),
            new DemoTenant("savar-leather", GROWTH, false, Kind.STEADY, 390, 0),
            new DemoTenant("kushtia-lamps", STARTER, false, Kind.IDLE, 3, 0),
            new DemoTenant("pabna-looms", STARTER, false, Kind.CHURNED, 130, 30),
            new DemoTenant("dinajpur-lychee", STARTER, false, Kind.SEASONAL, 170, 0),
            new DemoTenant("noakhali-coconut", STARTER, false, Kind.STEADY, 140, 200),
            new DemoTenant("feni-furniture", GROWTH, false, Kind.SLA_BREACHING, 450, 0),
            new DemoTenant("bhola-honey", STARTER, false, Kind.IDLE, 2, 90),
            new DemoTenant("sirajganj-fabrics", GROWTH, false, Kind.SHRINKING, 610, 0),
            new DemoTenant("old-dhaka-spices", GROWTH, false, Kind.GROWING, 830, 250));

    private static final List<String> PLACES = List.of(
            "dhaka",
            "sylhet",
            "khulna",
            "bogura",
            "feni",
            "savar",
            "tongi",
            "natore",
            "magura",
            "sherpur",
            "joypurhat",
            "munshiganj");
    private static final List<String> GOODS = List.of(
            "books",
            "tea",
            "fish",
            "rice",
            "toys",
            "shoes",
            "sweets",
            "spices",
            "pottery",
            "honey",
            "cycles",
            "phones",
            "garments",
            "fruits",
            "crafts",
            "seeds",
            "lamps");

    private DemoTenants() {}

    /** The same shops for the same number and seed, whatever the day. */
    static List<DemoTenant> of(int number, long seed) {
        var tenants = new ArrayList<>(NAMED.subList(0, Math.min(number, NAMED.size())));
        for (var i = NAMED.size(); i < number; i++) {
            tenants.add(generated(i, seed));
        }
        return List.copyOf(tenants);
    }

    private static DemoTenant generated(int index, long seed) {
        var chance = Noise.of(seed, index);
        var kinds = Kind.values();
        var tier = chance < 0.7 ? STARTER : chance < 0.95 ? GROWTH : ENTERPRISE;
        var visits = tier == STARTER ? 40 : tier == GROWTH ? 160 : 900;
        var slug = PLACES.get(index % PLACES.size()) + "-" + GOODS.get(index % GOODS.size()) + "-" + index;
        return new DemoTenant(
                slug,
                tier,
                chance > 0.98,
                kinds[(int) (Noise.of(seed, index + 1_000_003L) * kinds.length)],
                visits * (0.5 + Noise.of(seed, index + 2_000_003L)),
                0);
    }
}

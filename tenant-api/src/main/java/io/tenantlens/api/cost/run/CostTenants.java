package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.setting.CostPoolRule.Hosting;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All tenants in the order in which equal remainders are served: by slug. */
final class CostTenants {

    private record Member(
            String slug,
            boolean dedicated,
            LocalDate signedUpOn,
            @Nullable LocalDate churnedOn) {

        boolean isIn(Hosting hosting) {
            return switch (hosting) {
                case ALL -> true;
                case SHARED -> !dedicated;
                case DEDICATED -> dedicated;
            };
        }

        boolean isThere(LocalDate day) {
            return !day.isBefore(signedUpOn) && (churnedOn == null || day.isBefore(churnedOn));
        }
    }

    private final List<Member> members;
    private final Map<String, Integer> places = new HashMap<>();

    private CostTenants(List<Member> members) {
        this.members = members;
        for (var i = 0; i < members.size(); i++) {
            places.put(members.get(i).slug(), i);
        }
    }

    static CostTenants read(Handle handle) {
        return new CostTenants(handle.createQuery("""
            SELECT tenant_id, hosting, signed_up_on, churned_on FROM tenants
            WHERE tenant_id <> '_platform' ORDER BY tenant_id COLLATE "C\"\
            """)
                .map((row, _) -> new Member(
                        row.getString("tenant_id"),
                        row.getString("hosting").equals("dedicated"),
                        row.getObject("signed_up_on", LocalDate.class),
                        row.getObject("churned_on", LocalDate.class)))
                .list());
    }

    int size() {
        return members.size();
    }

    String slug(int place) {
        return members.get(place).slug();
    }

    /** -1 for a tenant that is not registered. */
    int place(String slug) {
        return places.getOrDefault(slug, -1);
    }

    /** Who carries cost by what it used: also a tenant that has left, as long as its data is still there. */
    boolean[] hosted(Hosting hosting) {
        var hosted = new boolean[members.size()];
        for (var i = 0; i < hosted.length; i++) {
            hosted[i] = members.get(i).isIn(hosting);
        }
        return hosted;
    }

    /** Who takes part in what is shared evenly on a day. */
    boolean[] takingPart(Hosting hosting, LocalDate day) {
        var taking = hosted(hosting);
        for (var i = 0; i < taking.length; i++) {
            taking[i] &= members.get(i).isThere(day);
        }
        return taking;
    }
}

package io.tenantlens.api.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may do what, all of it.
 *
 * <p>A tenant's role counts for the tenants named in the token, a staff role for all tenants. Staff who look at a tenant's
 * pages ask for the right to read and so can change nothing, whatever they may change elsewhere.
 */
final class PermissionMatrix {

    /** R read, W change and read, - nothing. The columns are the roles in the order of {@link Role}. */
    private static final String TABLE = """
                        own tenant                    all tenants                                      own tenant
                        viewer    billing   admin     support   sre       finance   admin     auditor  api token
            usage       R         R         R         R         R         R         R         R        R
            bills       -         W         W         R         -         W         W         R        R
            settings    -         -         W         -         -         -         W         R        -
            platform    -         -         -         R         R         -         R         R        -
            costs       -         -         -         -         -         R         R         R        -
            billing     -         -         -         -         -         W         W         R        -
            objectives  -         -         -         -         W         -         W         R        -
            tenants     -         -         -         R         R         R         W         R        -
            audit       -         -         -         -         -         -         R         R        -
            """;

    private static final Map<Role, Map<Area, Access>> RIGHTS = parse();

    private PermissionMatrix() {}

    static Access of(Role role, Area area) {
        return RIGHTS.getOrDefault(role, Map.of()).getOrDefault(area, Access.NONE);
    }

    /** The rights of several roles together: for each area the furthest. */
    static Map<Area, Access> of(Collection<Role> roles) {
        var rights = new EnumMap<Area, Access>(Area.class);
        for (var area : Area.values()) {
            for (var role : roles) {
                rights.merge(area, of(role, area), Access::higher);
            }
        }
        return rights;
    }

    private static Map<Role, Map<Area, Access>> parse() {
        var roles = List.of(Role.values());
        var rights = new EnumMap<Role, Map<Area, Access>>(Role.class);
        rows().forEach(row -> {
            if (row.size() != roles.size() + 1) {
                throw new IllegalStateException("a row of the matrix has not one cell per role: " + row);
            }
            var area = Area.valueOf(row.getFirst().toUpperCase(Locale.ROOT));
            for (int column = 0; column < roles.size(); column++) {
                rights.computeIfAbsent(roles.get(column), _ -> new EnumMap<>(Area.class))
                        .put(area, cell(row.get(column + 1)));
            }
        });
        return rights;
    }

    private static Stream<List<String>> rows() {
        return TABLE.lines().skip(2).map(line -> Arrays.asList(line.split(" +")));
    }

    private static Access cell(String letter) {
        return switch (letter) {
            case "W" -> Access.WRITE;
            case "R" -> Access.READ;
            case "-" -> Access.NONE;
            default -> throw new IllegalStateException("no such cell in the matrix: " + letter);
        };
    }
}

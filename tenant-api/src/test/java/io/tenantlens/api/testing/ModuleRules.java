package io.tenantlens.api.testing;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tenantlens.api.access.Errands;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.access.TenantScope;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What holds for the packages of every module. */
public final class ModuleRules {

    private static final Pattern INTERNAL = Pattern.compile("(io\\.tenantlens\\..+?)\\.internal(\\..*)?");

    private ModuleRules() {}

    /** Packages are features, each with what stands below it. */
    public static ArchRule featuresFormNoCycle(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    /** A class elsewhere could reach what a package keeps for itself. */
    public static ArchRule staysInItsPackage(String base) {
        return classes().should().resideInAPackage(base + "..");
    }

    public static ArchRule knowsNothingOf(String... bases) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Arrays.stream(bases).map(base -> base + "..").toArray(String[]::new));
    }

    /** What a feature keeps in its {@code internal} is used by that feature alone, in whatever module. */
    public static ArchRule internalsAreClosed() {
        return classes().should(new ArchCondition<>("leave alone what is internal to another feature") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(ModuleRules::reachesIn)
                        .forEach(used -> events.add(SimpleConditionEvent.violated(used, used.getDescription())));
            }
        });
    }

    /** Where a verified identity becomes the right to a tenant's data, and where a job of the portal's own gets one to read. */
    public static ArchRule onlyAccessMakesScopes() {
        var aScope = DescribedPredicate.describe(
                "a scope",
                (JavaClass type) -> type.isEquivalentTo(TenantScope.class) || type.isEquivalentTo(StaffScope.class));
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(TenantAccess.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(Errands.class.getName())
                .should()
                .callConstructorWhere(target(owner(aScope)));
    }

    private static boolean reachesIn(Dependency used) {
        var inside = INTERNAL.matcher(used.getTargetClass().getPackageName());
        return inside.matches() && !(used.getOriginClass().getPackageName() + ".").startsWith(inside.group(1) + ".");
    }
}

package io.tenantlens.cost;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "io.tenantlens.cost", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] MONEY = {
        "..cost.money..",
        "..cost.ratecard..",
        "..cost.rating..",
        "..cost.invoice..",
        "..cost.allocation..",
        "..cost.commitment..",
        "..cost.mrr..",
        "..cost.margin.."
    };

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.tenantlens.cost.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreKnowsNoFramework = classes()
            .should()
            .onlyDependOnClassesThat(resideInAPackage("io.tenantlens.cost..")
                    .or(resideInAPackage("java.lang.."))
                    .or(resideInAPackage("java.math.."))
                    .or(resideInAPackage("java.time.."))
                    .or(resideInAPackage("java.util.."))
                    .or(resideInAPackage("org.jspecify.annotations..")));

    @ArchTest
    static final ArchRule coreHasNoClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule noMoneyIsKeptInFloatingPoint = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(MONEY)
            .should()
            .notHaveRawType(double.class)
            .andShould()
            .notHaveRawType(float.class);

    @ArchTest
    static final ArchRule noMoneyIsCalculatedInFloatingPoint = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(MONEY)
            .should()
            .notHaveRawReturnType(double.class)
            .andShould()
            .notHaveRawReturnType(float.class);
}

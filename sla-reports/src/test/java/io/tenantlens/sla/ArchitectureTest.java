package io.tenantlens.sla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tenantlens.sla", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.tenantlens.sla.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theMathsIsPlainJava = classes()
            .that()
            .resideInAnyPackage(
                    "io.tenantlens.sla.indicator", "io.tenantlens.sla.objective", "io.tenantlens.sla.credit")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.tenantlens.cost..",
                    "io.tenantlens.api.histogram",
                    "io.tenantlens.sla.indicator",
                    "io.tenantlens.sla.objective",
                    "io.tenantlens.sla.credit");

    @ArchTest
    static final ArchRule internalsStayInTheirFeature = slices().matching("io.tenantlens.(**).internal")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pagesAreAbove =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.tenantlens.portal..");
}

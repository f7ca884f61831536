package io.tenantlens.sla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tenantlens.api.testing.ModuleRules;

@AnalyzeClasses(packages = "io.tenantlens.sla", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MODULE = "io.tenantlens.sla";

    @ArchTest
    static final ArchRule featuresFormNoCycle = ModuleRules.featuresFormNoCycle(MODULE);

    @ArchTest
    static final ArchRule internalsAreClosed = ModuleRules.internalsAreClosed();

    @ArchTest
    static final ArchRule onlyAccessMakesScopes = ModuleRules.onlyAccessMakesScopes();

    @ArchTest
    static final ArchRule modulesFormALine =
            ModuleRules.knowsNothingOf("io.tenantlens.portal", "io.tenantlens.standalone");

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
}

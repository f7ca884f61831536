package io.tenantlens.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tenantlens.api.testing.ModuleRules;

@AnalyzeClasses(packages = "io.tenantlens.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MODULE = "io.tenantlens.api";

    @ArchTest
    static final ArchRule featuresFormNoCycle = ModuleRules.featuresFormNoCycle(MODULE);

    @ArchTest
    static final ArchRule internalsAreClosed = ModuleRules.internalsAreClosed();

    @ArchTest
    static final ArchRule onlyAccessMakesScopes = ModuleRules.onlyAccessMakesScopes();

    @ArchTest
    static final ArchRule modulesFormALine =
            ModuleRules.knowsNothingOf("io.tenantlens.sla", "io.tenantlens.portal", "io.tenantlens.standalone");

    /** Commands of the launcher read rate cards and check the audit trail; they start without the framework. */
    @ArchTest
    static final ArchRule whatCommandsUseNeedsNoFramework = noClasses()
            .that()
            .resideInAnyPackage("io.tenantlens.api.input", "io.tenantlens.api.ratecard", "io.tenantlens.api.histogram")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..");
}

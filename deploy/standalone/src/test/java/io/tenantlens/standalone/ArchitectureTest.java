package io.tenantlens.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tenantlens.standalone", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.tenantlens.standalone.(**)").should().beFreeOfCycles();

    /** A demo platform that wrote past the public interfaces would prove nothing. */
    @ArchTest
    static final ArchRule demoKnowsThePortalFromOutside = classes()
            .that()
            .resideInAnyPackage("io.tenantlens.standalone.demo", "io.tenantlens.standalone.remotewrite")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "com.sun.net.httpserver..",
                    "io.airlift..",
                    "io.tenantlens.standalone.demo",
                    "io.tenantlens.standalone.remotewrite");

    @ArchTest
    static final ArchRule theFrameworkStaysInThePortal = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta.ws..", "jakarta.inject..", "jakarta.enterprise..");

    @ArchTest
    static final ArchRule nothingReachesIntoAFeatureOfTheProduct = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tenantlens..internal..", "io.tenantlens.portal..");
}

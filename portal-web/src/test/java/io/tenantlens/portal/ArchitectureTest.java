package io.tenantlens.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tenantlens.api.access.Errands;
import io.tenantlens.api.testing.ModuleRules;

@AnalyzeClasses(packages = "io.tenantlens.portal", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MODULE = "io.tenantlens.portal";

    @ArchTest
    static final ArchRule featuresFormNoCycle = ModuleRules.featuresFormNoCycle(MODULE);

    @ArchTest
    static final ArchRule internalsAreClosed = ModuleRules.internalsAreClosed();

    @ArchTest
    static final ArchRule onlyAccessMakesScopes = ModuleRules.onlyAccessMakesScopes();

    @ArchTest
    static final ArchRule modulesFormALine = ModuleRules.knowsNothingOf("io.tenantlens.standalone");

    /** Pages ask services; no SQL stands beside a template. */
    @ArchTest
    static final ArchRule pagesKnowNoDatabase = ModuleRules.knowsNothingOf("java.sql", "org.jdbi");

    /** What a person asks for needs that person's right. */
    @ArchTest
    static final ArchRule errandsAnswerNobody =
            noClasses().should().dependOnClassesThat().areAssignableTo(Errands.class);

    @ArchTest
    static final ArchRule pagesOfStaffFormNoCycle = ModuleRules.featuresFormNoCycle(MODULE + ".staff");

    @ArchTest
    static final ArchRule pagesOfTenantsFormNoCycle = ModuleRules.featuresFormNoCycle(MODULE + ".tenant");
}

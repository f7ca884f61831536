package io.tenantlens.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlertRulesTest {

    @Test
    void rules_loadInPrometheus() {
        var files = Alerting.ruleFiles().stream().map(Path::toString);

        Tool.PROMTOOL.run(Stream.concat(Stream.of("check", "rules"), files).toList());
    }

    static List<Path> ruleTests() {
        return Alerting.ruleTests();
    }

    @ParameterizedTest
    @MethodSource("ruleTests")
    void rules_fireAndResolveAsTested(Path test) {
        Tool.PROMTOOL.run(List.of("test", "rules", test.toString()));
    }

    @Test
    void groups_areThoseThatOthersReferTo() {
        assertThat(Alerting.groups().map(group -> group.path("name").asText()))
                .containsExactlyInAnyOrder(
                        "platform_recordings",
                        "tenant_recordings",
                        "business_recordings",
                        "system_alerts",
                        "tenant_alerts",
                        "business_alerts",
                        "cost_alerts",
                        "tenant_slo_alerts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ServiceDown                      | critical | internal | 1m
                    ServiceAbsent                    | critical | internal | 1m
                    HighErrorRate                    | warning  | internal | 2m
                    HighCPUUsage                     | warning  | internal | 5m
                    HighMemoryUsage                  | critical | internal | 5m
                    SlowDatabaseQueries              | warning  | internal | 3m
                    DatabaseConnectionPoolExhaustion | critical | internal | 2m
                    TenantUsageSpike                 | info     | tenant   | 10m
                    TenantExceedsProductLimit        | warning  | tenant   | 0m
                    TenantExceedsAPILimit            | critical | tenant   | 5m
                    TenantOrderProcessingFailure     | critical | tenant   | 2m
                    PaymentProcessingDown            | critical | internal | 1m
                    TenantChurnRisk                  | info     | internal | 1h
                    HighValueTenantIssues            | warning  | internal | 5m
                    PlatformRevenueDropAlert         | warning  | internal | 1h
                    TenantCostExceedsBudget          | warning  | internal | 1h
                    LowProfitMarginTenant            | info     | internal | 4h
                    NegativeProfitMargin             | critical | internal | 2h
                    UnusualCostSpike                 | warning  | internal | 30m
                    TenantErrorBudgetBurn            | critical | tenant   | 0m
                    TenantErrorBudgetBurn            | warning  | tenant   | 0m
                    """)
    void alert_saysHowBadItIsAndWhoMaySeeIt(String name, String severity, String audience, String wait) {
        assertThat(Alerting.alerts().filter(rule -> named(rule, name))).anySatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isEqualTo(severity);
            assertThat(rule.at("/labels/audience").asText()).isEqualTo(audience);
            assertThat(rule.path("for").asText()).isEqualTo(wait);
        });
    }

    @Test
    void alerts_areThoseOfTheTableAbove() {
        assertThat(Alerting.alerts()).hasSize(21);
    }

    static List<JsonNode> alerts() {
        return Alerting.alerts().toList();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alert_explainsItself(JsonNode rule) {
        var name = rule.path("alert").asText();

        assertThat(rule.path("annotations").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("summary", "description", "runbook_url");
        assertThat(rule.at("/annotations/runbook_url").asText())
                .isEqualTo("https://portal.example.com/docs/runbooks/" + name + ".md");
        assertThat(Alerting.text(Alerting.RUNBOOKS.resolve(name + ".md")))
                .startsWith("# " + name + "\n")
                .contains("\n## Symptom\n", "\n## Meaning\n", "\n## First look\n", "\n## Remedy\n");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alert_isTestedToFire(JsonNode rule) {
        var labels = "exp_labels: { severity: " + rule.at("/labels/severity").asText() + ", audience: "
                + rule.at("/labels/audience").asText();

        assertThat(Alerting.ruleTests().stream().map(Alerting::text))
                .anySatisfy(test -> assertThat(test)
                        .contains("alertname: " + rule.path("alert").asText(), labels));
    }

    @Test
    void runbooks_belongToAnAlert() {
        assertThat(Alerting.runbooks())
                .allSatisfy(runbook -> assertThat(Alerting.alerts())
                        .anyMatch(rule ->
                                named(rule, runbook.getFileName().toString().replace(".md", ""))));
    }

    private static boolean named(JsonNode rule, String name) {
        return rule.path("alert").asText().equals(name);
    }
}

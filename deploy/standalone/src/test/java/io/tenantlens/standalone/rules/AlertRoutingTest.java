package io.tenantlens.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRoutingTest {

    private static final String CONFIG = "--config.file=" + Alerting.ALERTMANAGER;

    @Test
    void configuration_loadsInAlertmanager() {
        Tool.AMTOOL.run(List.of("check-config", Alerting.ALERTMANAGER.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    alertname=ServiceDown severity=critical audience=internal instance=shop-1 job=ecommerce-api    | pager-duty
                    alertname=ServiceAbsent severity=critical audience=internal job=ecommerce-api                  | pager-duty
                    alertname=HighErrorRate severity=warning audience=internal job=ecommerce-api                   | slack-alerts
                    alertname=PaymentProcessingDown severity=critical audience=internal provider=bkash             | pager-duty
                    alertname=PlatformRevenueDropAlert severity=warning audience=internal                          | slack-alerts
                    alertname=TenantUsageSpike severity=info audience=tenant tenant_id=acorn                       | tenant-alerts
                    alertname=TenantExceedsProductLimit severity=warning audience=tenant tenant_id=acorn           | tenant-alerts,slack-alerts
                    alertname=TenantExceedsAPILimit severity=critical audience=tenant tenant_id=acorn              | tenant-alerts,pager-duty
                    alertname=TenantErrorBudgetBurn severity=critical audience=tenant slo_severity=page tenant_id=acorn   | tenant-alerts,pager-duty
                    alertname=TenantErrorBudgetBurn severity=warning audience=tenant slo_severity=ticket tenant_id=acorn  | tenant-alerts,slack-alerts
                    alertname=TenantChurnRisk severity=info audience=internal tenant_id=acorn                      | tenant-alerts
                    alertname=HighValueTenantIssues severity=warning audience=internal tenant_id=acorn tier=enterprise    | tenant-alerts,slack-alerts
                    alertname=TenantCostExceedsBudget severity=warning audience=internal tenant_id=acorn           | tenant-alerts,slack-alerts
                    alertname=LowProfitMarginTenant severity=info audience=internal tenant_id=acorn                | tenant-alerts,default
                    alertname=NegativeProfitMargin severity=critical audience=internal tenant_id=acorn             | tenant-alerts,pager-duty
                    alertname=TenantUsageSpike severity=info audience=tenant                                       | tenant-alerts
                    alertname=SomethingNew severity=info                                                           | default
                    alertname=SomethingNew                                                                         | default
                    """)
    void alert_reachesWhoMustHear(String labels, String receivers) {
        var command = Stream.concat(
                Stream.of("config", "routes", "test", CONFIG, "--verify.receivers=" + receivers),
                Stream.of(labels.split(" ")));

        Tool.AMTOOL.run(command.toList());
    }

    @Test
    void messagesToThePortal_holdOneTenant() {
        assertThat(Tool.AMTOOL.run(List.of("config", "routes", "show", CONFIG))).contains("{tenant_id=~\".+\"}");
        assertThat(Alerting.text(Alerting.ALERTMANAGER)).contains("group_by: [tenant_id, alertname, severity]");
    }

    @Test
    void secrets_comeFromFiles() {
        assertThat(Alerting.text(Alerting.ALERTMANAGER))
                .contains("api_url_file:", "routing_key_file:", "credentials_file:")
                .doesNotContain("api_url:", "routing_key:", "credentials:", "hooks.slack.com");
    }
}

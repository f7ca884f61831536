package io.tenantlens.portal.staff.churn;

import io.tenantlens.cost.mrr.SameMonth;
import io.tenantlens.portal.staff.churn.ChurnPage.Choice;
import io.tenantlens.portal.staff.churn.CohortTable.Measure;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How the reader wants movements counted and cohorts measured, as sent. What makes no sense is read as not sent. */
record ChurnChoice(
        @RestQuery("count") @Nullable String count,
        @RestQuery("cohorts") @Nullable String cohorts) {

    static final String PATH = "/staff/churn";

    SameMonth policy() {
        return "net".equals(count) ? SameMonth.NET : SameMonth.EACH_CHANGE;
    }

    Measure measure() {
        return "mrr".equals(cohorts) ? Measure.MRR : Measure.TENANTS;
    }

    List<Choice> policies() {
        return List.of(
                new Choice("Each change", address("each", measureName()), policy() == SameMonth.EACH_CHANGE),
                new Choice("Net of the month", address("net", measureName()), policy() == SameMonth.NET));
    }

    List<Choice> measures() {
        return List.of(
                new Choice("Shops", address(policyName(), "tenants"), measure() == Measure.TENANTS),
                new Choice("MRR", address(policyName(), "mrr"), measure() == Measure.MRR));
    }

    String definition() {
        return switch (policy()) {
            case EACH_CHANGE ->
                "Each change of a shop counts: one that comes and leaves in the same month shows as new and as churned.";
            case NET ->
                "Only the difference between the start and the end of a month counts: a shop that comes and leaves in the same month shows in neither.";
        };
    }

    private String policyName() {
        return policy() == SameMonth.NET ? "net" : "each";
    }

    private String measureName() {
        return measure() == Measure.MRR ? "mrr" : "tenants";
    }

    private static String address(String count, String cohorts) {
        return PATH + "?count=" + count + "&cohorts=" + cohorts;
    }
}

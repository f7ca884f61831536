package io.tenantlens.portal.tenant.alerts;

import java.util.Map;
import java.util.Optional;

/**
 * What an alert means to a shop and what the shop can do about it. The runbooks of staff say the same for the platform.
 *
 * @param seeTitle what to look at; the address is below the tenant's own
 */
public record AlertGuide(String title, String meaning, String advice, String seeTitle, String seePath) {

    private static final Map<String, AlertGuide> BY_NAME = Map.of(
            "TenantUsageSpike",
            new AlertGuide(
                    "Unusually many requests",
                    "Your shop got more than three times as many requests within an hour as it usually does.",
                    "If you run a campaign, all is well. If not, see which pages are asked for: a program or a crawler"
                            + " that asks too often also counts towards your bill.",
                    "Requests by page",
                    "/usage?meter=requests&groupBy=endpoint"),
            "TenantExceedsProductLimit",
            new AlertGuide(
                    "More products than your plan includes",
                    "Active and draft products together are more than your plan includes. Nothing is switched off.",
                    "Archive products that you no longer sell, or ask for a larger plan.",
                    "Products by state",
                    "/usage?meter=products&groupBy=status"),
            "TenantExceedsAPILimit",
            new AlertGuide(
                    "More requests than your plan includes",
                    "Your shop made more requests within an hour than its plan includes. Some may soon be refused with"
                            + " status 429.",
                    "Let your programs wait after a 429 and ask for whole pages instead of single records. If your"
                            + " shop has grown, ask for a larger plan.",
                    "Requests by page",
                    "/usage?meter=requests&groupBy=endpoint"),
            "TenantOrderProcessingFailure",
            new AlertGuide(
                    "Orders fail",
                    "More than one of twenty orders of the last ten minutes failed, mostly because a payment was"
                            + " declined or a payment service does not answer.",
                    "Try an order yourself. Check the keys of your payment provider if you changed them lately. We"
                            + " have been told, too, and look into it.",
                    "Orders by state",
                    "/usage?meter=orders&groupBy=status"),
            "TenantErrorBudgetBurn",
            new AlertGuide(
                    "More requests fail than we promised",
                    "So many requests to your shop fail at our end that the availability we promised is in danger.",
                    "There is nothing that you have to do: we have been told and work on it. If we miss the promise"
                            + " for the month, a credit is due to you.",
                    "Service level",
                    "/sla"));

    static Optional<AlertGuide> of(String alertname) {
        return Optional.ofNullable(BY_NAME.get(alertname));
    }
}

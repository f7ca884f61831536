package io.tenantlens.portal.unsubscribe;

import io.tenantlens.sla.report.Cadence;
import io.tenantlens.sla.report.Unsubscribing.Reports;

/**
 * What a link would end, in the language of the mail.
 *
 * @param ended whether it has ended
 */
record UnsubscribePage(String language, String title, String text, String action, boolean ended) {

    static UnsubscribePage of(Reports reports) {
        return reports.language().getLanguage().equals("bn") ? bengali(reports) : english(reports);
    }

    private static UnsubscribePage english(Reports reports) {
        var which = reports.cadence() == Cadence.WEEKLY ? "weekly" : "monthly";
        return reports.ended()
                ? new UnsubscribePage(
                        "en",
                        "Unsubscribed",
                        "You get no more %s reports of %s by mail.".formatted(which, reports.shop()),
                        "",
                        true)
                : new UnsubscribePage(
                        "en",
                        "Stop these mails?",
                        "You get the %s report on the service level of %s by mail.".formatted(which, reports.shop()),
                        "Send me no more",
                        false);
    }

    private static UnsubscribePage bengali(Reports reports) {
        var which = reports.cadence() == Cadence.WEEKLY ? "সাপ্তাহিক" : "মাসিক";
        return reports.ended()
                ? new UnsubscribePage(
                        "bn",
                        "মেইল বন্ধ হয়েছে",
                        "%s-এর %s প্রতিবেদন আর মেইলে আসবে না।".formatted(reports.shop(), which),
                        "",
                        true)
                : new UnsubscribePage(
                        "bn",
                        "এই মেইল বন্ধ করবেন?",
                        "%s-এর সেবার মানের %s প্রতিবেদন আপনার কাছে মেইলে আসে।".formatted(reports.shop(), which),
                        "আর পাঠাবেন না",
                        false);
    }
}

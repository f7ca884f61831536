package io.tenantlens.portal.tenant.reports;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.mail.MailAddress;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.sla.report.Cadence;
import io.tenantlens.sla.report.SentReport;
import io.tenantlens.sla.report.Subscription;
import io.tenantlens.sla.report.Subscriptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the page of reports. */
@Singleton
class ReportsReader {

    private static final int MONTHS = 6;

    private final Subscriptions subscriptions;

    @Inject
    ReportsReader(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    ReportsPage read(TenantVisit visit, SubscriptionForm form, @Nullable String refusal) {
        var path = visit.path() + "/reports";
        var mayChange =
                visit.scope().may(Area.SETTINGS, Access.WRITE) && !visit.scope().viewedByStaff();
        return new ReportsPage(
                visit.frame(),
                path,
                downloads(visit),
                subscriptions.list(visit.scope()).stream()
                        .map(one -> row(one, visit, mayChange ? path + "/" + one.id() : null))
                        .toList(),
                mayChange ? form : null,
                subscriptions.history(visit.scope()).stream()
                        .map(sent -> sent(sent, visit.look()))
                        .toList(),
                refusal);
    }

    /** The months since the shop signed up, the newest first. */
    private static List<ReportsPage.Download> downloads(TenantVisit visit) {
        var look = visit.look();
        var first = YearMonth.from(visit.tenant().signedUpOn());
        return IntStream.range(0, MONTHS)
                .mapToObj(back -> YearMonth.from(look.today()).minusMonths(back))
                .filter(month -> !month.isBefore(first))
                .map(month -> new ReportsPage.Download(
                        look.month(month), file(visit, "month=" + month, "en"), file(visit, "month=" + month, "bn")))
                .toList();
    }

    private static ReportsPage.Row row(Subscription one, TenantVisit visit, @Nullable String path) {
        var look = visit.look();
        return new ReportsPage.Row(
                one.recipients().stream().map(MailAddress::value).toList(),
                one.unsubscribed() == 0 ? "" : look.number(one.unsubscribed()) + " unsubscribed",
                schedule(one),
                one.language().getLanguage().equals("bn") ? "Bengali" : "English",
                look.dayAndClock(one.dueAt()),
                preview(one, visit),
                path == null ? null : path + "/send",
                path == null ? null : path + "/end");
    }

    private static String schedule(Subscription one) {
        var at = "%02d:00".formatted(one.hour());
        return switch (one.cadence()) {
            case WEEKLY -> "Mondays at " + at;
            case MONTHLY -> "the 1st of the month at " + at;
        };
    }

    /** What "send now" would send. */
    private static String preview(Subscription one, TenantVisit visit) {
        var days = one.cadence().before(visit.look().today());
        var period = switch (one.cadence()) {
            case WEEKLY ->
                "week=" + days.start().format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
            case MONTHLY -> "month=" + YearMonth.from(days.start());
        };
        return file(visit, period, one.language().getLanguage());
    }

    private static String file(TenantVisit visit, String period, String language) {
        return visit.path() + "/sla.pdf?" + period + "&language=" + language;
    }

    private static ReportsPage.Sent sent(SentReport report, Look look) {
        var days = report.period();
        return new ReportsPage.Sent(
                look.range(days.start(), days.end().minusDays(1)),
                report.cadence() == Cadence.WEEKLY ? "weekly" : "monthly",
                look.dayAndClock(report.sentAt()),
                report.byHand() ? "by hand" : "on schedule",
                mood(report),
                state(report, look));
    }

    private static String mood(SentReport report) {
        if (report.skipped() != null || report.parked() > 0) {
            return "bad";
        }
        return report.delivered() == report.mails() ? "good" : "";
    }

    private static String state(SentReport report, Look look) {
        if (report.skipped() != null) {
            return "not sent: " + report.skipped();
        }
        var delivered = look.number(report.delivered()) + " of " + look.number(report.mails()) + " delivered";
        return report.parked() == 0 ? delivered : delivered + ", " + look.number(report.parked()) + " given up";
    }
}

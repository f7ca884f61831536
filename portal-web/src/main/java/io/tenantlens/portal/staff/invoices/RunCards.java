package io.tenantlens.portal.staff.invoices;

import io.tenantlens.api.billing.run.InvoiceRun;
import io.tenantlens.api.billing.run.RunProgress;
import io.tenantlens.api.billing.run.RunState;
import io.tenantlens.api.billing.run.RunTotal;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.invoices.RunCard.Count;
import io.tenantlens.portal.staff.invoices.RunCard.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How runs look to somebody who may or may not move them on. */
final class RunCards {

    private static final String RUNS = InvoiceAddress.PATH + "/runs";

    private final Look look;
    private final boolean mayChange;

    RunCards(Look look, boolean mayChange) {
        this.look = look;
        this.mayChange = mayChange;
    }

    RunCard of(InvoiceRun run) {
        var progress = run.progress();
        var busy = run.state() == RunState.PREVIEW ? progress.pending() > 0 : run.issuing() && progress.drafted() > 0;
        return new RunCard(
                path(run),
                look.month(run.month()),
                run.month().toString(),
                state(run, busy),
                run.state() == RunState.ISSUED ? "good" : run.state() == RunState.APPROVED ? "warn" : "",
                when(run),
                busy,
                done(run),
                counts(progress),
                run.totals().stream().map(this::total).toList(),
                look.number(progress.failed()),
                run.exceptions().stream()
                        .map(exception -> new RunCard.Failure(
                                exception.tenant().value(), "/staff/tenants/" + exception.tenant(), exception.reason()))
                        .toList(),
                progress.failed() > run.exceptions().size()
                        ? look.number(progress.failed() - run.exceptions().size())
                        : "",
                mayChange ? action(run, busy) : null,
                mayChange ? again(run, busy) : null);
    }

    static String path(InvoiceRun run) {
        return RUNS + "/" + run.id();
    }

    private static String state(InvoiceRun run, boolean busy) {
        return switch (run.state()) {
            case PREVIEW -> busy ? "computing" : "preview";
            case APPROVED -> busy ? "issuing" : "approved";
            case ISSUED -> "issued";
        };
    }

    private String when(InvoiceRun run) {
        var issuedAt = run.issuedAt();
        var approvedAt = run.approvedAt();
        if (issuedAt != null) {
            return "Issued " + look.exactly(issuedAt);
        }
        return approvedAt == null ? "Started " + look.exactly(run.startedAt()) : "Approved " + look.exactly(approvedAt);
    }

    private static String done(InvoiceRun run) {
        var progress = run.progress();
        var open = run.state() == RunState.APPROVED ? progress.drafted() : progress.pending();
        var all = progress.tenants();
        return all == 0
                ? "100"
                : BigDecimal.valueOf(100 * (all - open))
                        .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private List<Count> counts(RunProgress progress) {
        return List.of(
                new Count("Tenants", look.number(progress.tenants())),
                new Count("Pending", look.number(progress.pending())),
                new Count("Drafted", look.number(progress.drafted())),
                new Count("Issued", look.number(progress.issued())),
                new Count("Nothing due", look.number(progress.nothing())),
                new Count("Exceptions", look.number(progress.failed())));
    }

    private RunCard.Total total(RunTotal total) {
        return new RunCard.Total(
                total.total().currency().code(),
                look.number(total.invoices()),
                look.money(total.subtotal()),
                look.money(total.discount()),
                look.money(total.credit()),
                look.money(total.tax()),
                look.money(total.total()));
    }

    private @Nullable Step action(InvoiceRun run, boolean busy) {
        if (busy) {
            return null;
        }
        var month = look.month(run.month());
        var drafts = look.number(run.progress().drafted());
        return switch (run.state()) {
            case PREVIEW ->
                new Step(
                        "Approve",
                        path(run) + "/approve",
                        "Settles that the %s drafts of %s are issued as computed.".formatted(drafts, month));
            case APPROVED ->
                new Step(
                        "Issue",
                        path(run) + "/issue",
                        "Gives the %s invoices of %s their numbers for good.".formatted(drafts, month));
            case ISSUED -> null;
        };
    }

    private static @Nullable Step again(InvoiceRun run, boolean busy) {
        if (busy) {
            return null;
        }
        return switch (run.state()) {
            case PREVIEW -> new Step("Compute again", RUNS, "");
            case APPROVED -> null;
            case ISSUED -> new Step("Run tenants without an invoice", RUNS, "");
        };
    }
}

package io.tenantlens.portal.error;

/** What happened and what to do about it. */
public record ErrorPage(int status, String title, String advice) {

    static ErrorPage of(int status) {
        return switch (status) {
            case 401 -> new ErrorPage(status, "Please sign in", "Your session has ended. Sign in again to go on.");
            case 403 ->
                new ErrorPage(
                        status,
                        "You have no right to see this",
                        "You are signed in, but your role does not include this page. Ask an administrator of your shop or of the"
                                + " platform for the right.");
            case 404 ->
                new ErrorPage(
                        status,
                        "There is no such page",
                        "The address may be mistyped, or the page is not yours to see.");
            case 405 ->
                new ErrorPage(status, "This page cannot do that", "Go back and try again from the page itself.");
            default ->
                status < 500
                        ? new ErrorPage(
                                status, "This request cannot be answered", "Go back and check what you entered.")
                        : new ErrorPage(
                                status,
                                "Something went wrong on our side",
                                "Nothing was lost. Try again in a minute; if it stays like this, tell the platform's support.");
        };
    }
}

package io.tenantlens.portal.staff.outbox;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;

/**
 * The messages of one state.
 *
 * @param mayTryAgain whether the reader may have a parked message tried again
 * @param shortened whether there are more messages than are shown
 */
public record OutboxPage(
        PageFrame frame, List<Choice> states, String empty, List<Row> rows, boolean mayTryAgain, boolean shortened) {

    /** A state to look at, with the number of its messages. */
    public record Choice(String name, String count, String href, boolean current) {}

    /**
     * A message.
     *
     * @param when when it was delivered or parked, or is tried next
     * @param tryAgain where to post to have it tried again; empty for one that is not parked
     */
    public record Row(
            String title, String tenant, String kind, String attempts, String when, String error, String tryAgain) {}
}

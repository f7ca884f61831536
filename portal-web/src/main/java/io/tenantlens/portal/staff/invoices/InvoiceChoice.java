package io.tenantlens.portal.staff.invoices;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of documents is narrowed by, as sent. */
record InvoiceChoice(
        @RestQuery("q") @Nullable String text,
        @RestQuery("status") @Nullable String status,
        @RestQuery("month") @Nullable String month,
        @RestQuery("after") @Nullable String after) {

    static final InvoiceChoice NONE = new InvoiceChoice(null, null, null, null);
}

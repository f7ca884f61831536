package io.tenantlens.portal.tenant.bills;

import io.tenantlens.portal.document.DocumentFacts;

/** An invoice or credit note in the list of a tenant. */
public record DocumentRow(String href, DocumentFacts facts) {}

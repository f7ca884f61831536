package io.tenantlens.portal.staff.invoices;

import io.tenantlens.portal.layout.PageFrame;
import org.jspecify.annotations.Nullable;

/**
 * One run.
 *
 * @param problem why a step was refused; null if none was
 */
public record RunPage(
        PageFrame frame, RunCard run, @Nullable String problem) {}

/** Alerts over HTTP: how they come in, and who gets them. */
@NullMarked
package io.tenantlens.portal.alert;

import org.jspecify.annotations.NullMarked;

/** Alerts that Alertmanager told, kept and shown to whom they concern. No rule is evaluated here. */
@NullMarked
package io.tenantlens.api.alert;

import org.jspecify.annotations.NullMarked;

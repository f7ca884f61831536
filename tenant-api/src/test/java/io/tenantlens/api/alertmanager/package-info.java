/** An Alertmanager that tests decide about. */
@NullMarked
package io.tenantlens.api.alertmanager;

import org.jspecify.annotations.NullMarked;

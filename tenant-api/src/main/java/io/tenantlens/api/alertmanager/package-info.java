/** Alertmanager's API, version 2: which alerts it holds, and silences. */
@NullMarked
package io.tenantlens.api.alertmanager;

import org.jspecify.annotations.NullMarked;

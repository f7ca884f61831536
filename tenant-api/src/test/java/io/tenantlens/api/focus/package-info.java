/** What an export says of billed charges. */
@NullMarked
package io.tenantlens.api.focus;

import org.jspecify.annotations.NullMarked;

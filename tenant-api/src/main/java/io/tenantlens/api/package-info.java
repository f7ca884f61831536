/** Tenancy, storage, ingestion and the JSON API of the portal. */
@NullMarked
package io.tenantlens.api;

import org.jspecify.annotations.NullMarked;

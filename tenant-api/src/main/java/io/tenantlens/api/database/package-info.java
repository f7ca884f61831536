/** The way to PostgreSQL that all features share: which login a transaction runs under. */
@NullMarked
package io.tenantlens.api.database;

import org.jspecify.annotations.NullMarked;

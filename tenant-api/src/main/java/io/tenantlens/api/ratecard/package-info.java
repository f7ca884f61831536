/** Reads the charges of rate cards, the same for cards in the database and for cases at the command line. */
@NullMarked
package io.tenantlens.api.ratecard;

import org.jspecify.annotations.NullMarked;

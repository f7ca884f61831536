/** What a metric means: the catalogue of meters and the mapping from metrics and labels to them. */
@NullMarked
package io.tenantlens.api.meter;

import org.jspecify.annotations.NullMarked;

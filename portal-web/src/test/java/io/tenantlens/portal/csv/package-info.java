/** Files for spreadsheets. */
@NullMarked
package io.tenantlens.portal.csv;

import org.jspecify.annotations.NullMarked;

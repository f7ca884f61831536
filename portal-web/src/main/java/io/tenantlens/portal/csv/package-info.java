/** Files for spreadsheets and programs. */
@NullMarked
package io.tenantlens.portal.csv;

import org.jspecify.annotations.NullMarked;

/** Charts as accessible SVG, drawn on the server so that page, print and mail show the same. */
@NullMarked
package io.tenantlens.portal.chart;

import org.jspecify.annotations.NullMarked;

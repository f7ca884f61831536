/** Turns XHTML into print: tagged PDF for archives (PDF/A-3u, PDF/UA-1), with fonts of our own and nothing loaded from elsewhere. */
@NullMarked
package io.tenantlens.sla.pdf;

import org.jspecify.annotations.NullMarked;

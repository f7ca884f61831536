/** What is promised to whom, as versions that staff set ahead and nobody edits, and as OpenSLO files. */
@NullMarked
package io.tenantlens.sla.agreement;

import org.jspecify.annotations.NullMarked;

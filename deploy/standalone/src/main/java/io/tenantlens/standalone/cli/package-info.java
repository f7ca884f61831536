/** The commands that answer a case from a file: no server, no database, no framework. */
@NullMarked
package io.tenantlens.standalone.cli;

import org.jspecify.annotations.NullMarked;

/** Reads JSON that people and programs write, so that each refusal names the field. */
@NullMarked
package io.tenantlens.api.input;

import org.jspecify.annotations.NullMarked;

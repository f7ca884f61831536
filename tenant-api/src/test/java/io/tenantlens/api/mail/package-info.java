/** Tests of mail. */
@NullMarked
package io.tenantlens.api.mail;

import org.jspecify.annotations.NullMarked;

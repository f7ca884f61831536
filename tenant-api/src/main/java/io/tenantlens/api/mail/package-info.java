/** Mail: what one is, put into the outbox and sent by SMTP. */
@NullMarked
package io.tenantlens.api.mail;

import org.jspecify.annotations.NullMarked;

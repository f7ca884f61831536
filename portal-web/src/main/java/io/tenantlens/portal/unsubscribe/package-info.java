/** Ends a recipient's report mails: whoever holds a mail holds its link, and nobody signs in. */
@NullMarked
package io.tenantlens.portal.unsubscribe;

import org.jspecify.annotations.NullMarked;

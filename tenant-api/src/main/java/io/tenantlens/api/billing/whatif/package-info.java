/** What a past month would have cost each tenant under another rate card. */
@NullMarked
package io.tenantlens.api.billing.whatif;

import org.jspecify.annotations.NullMarked;

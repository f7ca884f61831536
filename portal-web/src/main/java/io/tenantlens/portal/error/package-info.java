/** What a person sees when a page cannot be shown; programs get a problem document instead. */
@NullMarked
package io.tenantlens.portal.error;

import org.jspecify.annotations.NullMarked;

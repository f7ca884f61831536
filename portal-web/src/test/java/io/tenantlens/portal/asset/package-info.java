/** That the files of others are the ones that we chose. */
@NullMarked
package io.tenantlens.portal.asset;

import org.jspecify.annotations.NullMarked;

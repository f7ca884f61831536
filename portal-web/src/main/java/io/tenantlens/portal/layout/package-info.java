/** The frame around every page: who is signed in, where one may go, and where one is. */
@NullMarked
package io.tenantlens.portal.layout;

import org.jspecify.annotations.NullMarked;

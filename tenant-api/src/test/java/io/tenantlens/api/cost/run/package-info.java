@NullMarked
package io.tenantlens.api.cost.run;

import org.jspecify.annotations.NullMarked;

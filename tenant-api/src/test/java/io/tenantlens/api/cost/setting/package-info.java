@NullMarked
package io.tenantlens.api.cost.setting;

import org.jspecify.annotations.NullMarked;

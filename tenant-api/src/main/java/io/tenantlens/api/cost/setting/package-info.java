/** Unit costs, cost drivers and cost pools: versions with a validity that say what the platform pays and who carries it. */
@NullMarked
package io.tenantlens.api.cost.setting;

import org.jspecify.annotations.NullMarked;

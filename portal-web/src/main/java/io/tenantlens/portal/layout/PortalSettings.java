package io.tenantlens.portal.layout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Locale;

/** How pages of staff look; those of a tenant follow the tenant's own language and zone. */
@ConfigMapping(prefix = "tenantlens.portal")
interface PortalSettings {

    @WithDefault("en-BD")
    Locale locale();

    @WithDefault("Asia/Dhaka")
    ZoneId zone();
}

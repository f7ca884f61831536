package io.tenantlens.api.audit;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How the head of the audit trail is kept outside the database. */
@ConfigMapping(prefix = "tenantlens.audit")
interface AuditSettings {

    /** File that gets a line with each new head; best on another machine. The log has it in any case. */
    Optional<Path> anchorFile();
}

package io.tenantlens.sla.pdf;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jboss.logging.Logger;

/** Passes on what the layout engine warns of; it says much more. */
final class EngineLog implements XRLogger {

    private static final Logger LOG = Logger.getLogger(PdfEngine.class);

    @Override
    public void log(String where, Level level, String message) {
        if (isWarning(level)) {
            LOG.warn(message);
        }
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        if (isWarning(level)) {
            LOG.warn(message, cause);
        }
    }

    /** The level is fixed. */
    @Override
    public void setLevel(String logger, Level level) {}

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return isWarning(diagnostic.getLevel());
    }

    private static boolean isWarning(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}

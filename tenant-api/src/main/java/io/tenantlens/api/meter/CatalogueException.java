package io.tenantlens.api.meter;

/** The meter catalogue is broken. The message names the file and the line: mend it and start again. */
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogueException(String message) {
        super(message);
    }

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.tenantlens.api.alertmanager;

/** Alertmanager did not answer, or not as it should. Say so and try again later; nothing was changed unless its answer got lost. */
public final class AlertmanagerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlertmanagerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    AlertmanagerUnavailableException(String message) {
        super(message);
    }
}

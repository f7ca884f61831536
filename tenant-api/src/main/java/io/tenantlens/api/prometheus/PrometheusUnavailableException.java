package io.tenantlens.api.prometheus;

/** Prometheus did not answer, or refused the query. Show the rest of the page and say why the graph is missing. */
public final class PrometheusUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PrometheusUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    PrometheusUnavailableException(String message) {
        super(message);
    }
}

package io.tenantlens.sla.pdf;

/** The document is no XHTML that is safe to print. A mistake in a template: nothing can be done at run time. */
public final class InvalidMarkupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidMarkupException(String message, Throwable cause) {
        super(message, cause);
    }
}

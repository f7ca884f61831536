package io.tenantlens.standalone.cli;

/** A case cannot be answered; the pointer says which field is to be corrected. */
final class InvalidCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    InvalidCase(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    String pointer() {
        return pointer;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}

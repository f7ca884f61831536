package io.tenantlens.api.input;

/** Input cannot be used; the pointer says which field is to be corrected. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    public InvalidInput(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}

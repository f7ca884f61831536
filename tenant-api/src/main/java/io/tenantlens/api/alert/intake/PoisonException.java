package io.tenantlens.api.alert.intake;

/** A message that no repetition would make readable. Keep it as a dead letter and answer 2xx, or it is sent for ever. */
final class PoisonException extends Exception {

    private static final long serialVersionUID = 1L;

    PoisonException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

package io.tenantlens.api.outbox;

/** A message did not arrive. Its text is shown to staff. */
public final class DeliveryFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean hopeless;

    private DeliveryFailedException(String reason, boolean hopeless) {
        super(reason);
        this.reason = reason;
        this.hopeless = hopeless;
    }

    /** The other side may take it later. */
    public static DeliveryFailedException forNow(String reason) {
        return new DeliveryFailedException(reason, false);
    }

    /** The other side will never take it: the message is parked at once. */
    public static DeliveryFailedException forGood(String reason) {
        return new DeliveryFailedException(reason, true);
    }

    String reason() {
        return reason;
    }

    boolean isHopeless() {
        return hopeless;
    }
}

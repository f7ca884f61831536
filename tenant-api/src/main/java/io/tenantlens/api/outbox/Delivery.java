package io.tenantlens.api.outbox;

/** Takes messages of one kind to where they belong. A bean of this type is all it takes to add a kind. */
public interface Delivery {

    /** The kind that it delivers. */
    String kind();

    /**
     * Delivers, or throws. It may run more than once for the same message: after a crash nobody knows whether it arrived.
     *
     * @throws DeliveryFailedException if it did not arrive; any other exception counts as one that another attempt may cure
     */
    void deliver(OutboxMessage message) throws DeliveryFailedException;
}

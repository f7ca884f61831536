package io.tenantlens.cost.ratecard;

/** The name of a charge, unique within its rate card. */
public record ChargeId(String value) implements Comparable<ChargeId> {

    public ChargeId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("charge id must have 1 to 100 characters: '" + value + "'");
        }
    }

    @Override
    public int compareTo(ChargeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

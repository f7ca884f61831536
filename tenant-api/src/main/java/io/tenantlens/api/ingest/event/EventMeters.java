package io.tenantlens.api.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.usagelog.WriteBatch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What an event means for the meters, as the catalogue says.
 *
 * <p>A type that feeds no meter is stored all the same. So is an event without the property that a meter adds up: it
 * counts where events are counted, and adds nothing where the property is added up.
 */
@Singleton
class EventMeters {

    private final MeterCatalogue catalogue;

    @Inject
    EventMeters(MeterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Refuses an event with a property that should be a number and is none: it would be missing in the sum unseen. */
    void check(UsageEvent event) throws InvalidEventException {
        for (var meter : catalogue.ofEvent(event.type())) {
            quantity(meter, event.data());
        }
    }

    /** Adds the quantities of an event that was checked. */
    void read(UsageEvent event, WriteBatch into) {
        var dimensions = texts(event.data());
        for (var meter : catalogue.ofEvent(event.type())) {
            try {
                var quantity = quantity(meter, event.data());
                if (quantity.signum() != 0) {
                    into.event(
                            event.key().tenant(),
                            meter.key().value(),
                            event.occurredAt().toEpochMilli(),
                            quantity,
                            meter.dimensionsOf(dimensions));
                }
            } catch (InvalidEventException e) {
                throw new IllegalArgumentException("event was not checked: " + event.key(), e);
            }
        }
    }

    private static BigDecimal quantity(Meter meter, JsonNode data) throws InvalidEventException {
        if (meter.property().isEmpty()) {
            return BigDecimal.ONE;
        }
        var property = meter.property().get();
        var value = data.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return BigDecimal.ZERO;
        }
        try {
            var quantity = new BigDecimal(value.asText());
            if (StorableJson.isOrdinary(quantity)) {
                return quantity;
            }
        } catch (NumberFormatException e) {
            // falls through to the same refusal as a number beyond all use
        }
        throw new InvalidEventException(
                RejectionReason.INVALID_SAMPLE, "data." + property + " is not a number: " + value.asText());
    }

    private static Map<String, String> texts(JsonNode data) {
        var texts = new HashMap<String, String>();
        data.properties().forEach(member -> {
            if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                texts.put(member.getKey(), member.getValue().asText());
            }
        });
        return texts;
    }
}

package io.tenantlens.api.billing.card;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a card says.
 *
 * @param charges an array as {@code docs/billing.md} describes it
 * @param taxes an array of objects with id, title and percent
 * @param proration how a fixed fee is cut: actual, fixed30 or none
 */
public record CardText(String title, JsonNode charges, JsonNode taxes, String proration) {}

package io.tenantlens.api.problem;

/**
 * One invalid field of a request.
 *
 * @param pointer a JSON pointer into the body, such as {@code /3/currency}, or {@code /from} for a parameter of the query
 * @param detail what to send instead
 */
public record FieldError(String pointer, String detail) {}

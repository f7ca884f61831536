package io.tenantlens.api.alert.intake;

/** What became of a message: how many of its alerts were read, and how many pieces of it were kept as dead letters. */
public record Intake(int alerts, int deadLetters) {}

package io.tenantlens.portal.layout;

/** A step of the way to this page. */
public record Crumb(String title, String href) {}

package io.tenantlens.portal.layout;

/** An entry of the navigation or of the list of tenants. */
public record NavigationLink(String title, String icon, String href, boolean current) {}

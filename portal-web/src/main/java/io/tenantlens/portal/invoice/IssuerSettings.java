package io.tenantlens.portal.invoice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who issues the invoices, as tax law wants it on each of them. */
@ConfigMapping(prefix = "tenantlens.issuer")
interface IssuerSettings {

    @WithDefault("Tenantlens")
    String name();

    /** Lines, separated by commas in the setting. */
    Optional<List<String>> address();

    /** With its name, such as BIN 001234567-0101. */
    Optional<String> taxNumber();

    /** Where questions go. */
    Optional<String> contact();

    /** How to pay, such as the name and number of a bank account. */
    Optional<String> payment();
}

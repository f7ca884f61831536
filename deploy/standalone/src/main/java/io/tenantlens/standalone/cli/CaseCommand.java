package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A command that reads one case and answers it. */
@FunctionalInterface
interface CaseCommand {

    /**
     * The answer, ready to print.
     *
     * @throws InvalidCase if a field is missing, unknown or out of its bounds
     */
    JsonNode answer(CaseInput input);
}

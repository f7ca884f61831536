package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.input.InvalidInput;
import io.tenantlens.api.input.JsonInput;

/** A command that reads one case and answers it. */
@FunctionalInterface
interface CaseCommand {

    /**
     * The answer, ready to print.
     *
     * @throws InvalidInput if a field is missing, unknown or out of its bounds
     */
    JsonNode answer(JsonInput input);
}

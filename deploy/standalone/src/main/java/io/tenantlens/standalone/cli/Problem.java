package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantlens.api.input.InvalidInput;

/** Problem details of RFC 9457, as the JSON API answers them. */
final class Problem {

    private Problem() {}

    static ObjectNode invalidCase(InvalidInput invalid) {
        var field = invalid.pointer().isEmpty() ? "the case" : invalid.pointer();
        var problem = problem("Invalid case", field + ": " + invalid.detail());
        problem.putArray("errors").addObject().put("pointer", invalid.pointer()).put("detail", invalid.detail());
        return problem;
    }

    static ObjectNode unreadable(String detail) {
        return problem("Unreadable case", detail);
    }

    private static ObjectNode problem(String title, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", 400)
                .put("detail", detail);
    }
}

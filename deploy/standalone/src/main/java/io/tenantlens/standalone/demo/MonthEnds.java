package io.tenantlens.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;

/** Closes the months of the history as finance does: computes, approves and issues each over the API, the oldest first. */
final class MonthEnds {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PortalApi portal;

    MonthEnds(PortalApi portal) {
        this.portal = portal;
    }

    /** Months that are issued already stay as they are, and one with exceptions stays a preview. Answers how many were issued. */
    int close(World world, Instant now) throws IOException, InterruptedException {
        var open = YearMonth.from(LocalDate.ofInstant(now, World.ZONE));
        var issued = issued();
        var closed = 0;
        for (var month = YearMonth.from(world.originDay()); month.isBefore(open); month = month.plusMonths(1)) {
            if (!issued.contains(month.toString())) {
                if (!close(month)) {
                    return closed;
                }
                closed++;
            }
        }
        return closed;
    }

    private Set<String> issued() throws IOException, InterruptedException {
        var issued = new HashSet<String>();
        for (var run : JSON.readTree(portal.invoiceRuns())) {
            if (run.required("state").asText().equals("issued")) {
                issued.add(run.required("month").asText());
            }
        }
        return issued;
    }

    private boolean close(YearMonth month) throws IOException, InterruptedException {
        var run = run("", "{\"month\":\"" + month + "\"}");
        if (run.required("tenants").required("failed").asLong() > 0) {
            return false;
        }
        var path = "/" + run.required("id").asText();
        run(path + "/approve", "{}");
        run(path + "/issue", "{}");
        return true;
    }

    private JsonNode run(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(portal.invoiceRun(path, body));
    }
}

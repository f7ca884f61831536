package io.tenantlens.api.fold;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads the stored labels of a series. */
final class JsonLabels {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonLabels() {}

    static Map<String, String> parse(String json) {
        var labels = new TreeMap<String, String>();
        try (var parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                labels.put(parser.currentName(), parser.nextTextValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the labels of a series are no flat JSON object: " + json, e);
        }
        return labels;
    }
}

package io.tenantlens.portal.range;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parameters as the text of a query, each preceded by an ampersand; empty ones left out. */
public final class QueryText {

    private QueryText() {}

    public static String of(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> "&" + encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining());
    }

    /** A path with its parameters, empty ones left out. */
    public static String address(String path, Map<String, String> parameters) {
        var query = of(parameters);
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

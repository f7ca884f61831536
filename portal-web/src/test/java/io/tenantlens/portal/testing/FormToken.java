package io.tenantlens.portal.testing;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Pattern;

/** The token against forged requests, as a page hands it to its forms, and the cookie that belongs to it. */
public record FormToken(String name, String value, Map<String, String> cookies) {

    private static final Pattern IN_PAGE = Pattern.compile("hx-headers:inherited='\\{\"([^\"]+)\":\"([^\"]+)\"}'");

    public static FormToken of(Response page) {
        var found = IN_PAGE.matcher(page.asString());
        if (!found.find()) {
            throw new IllegalStateException("the page has no token: " + page.statusLine());
        }
        return new FormToken(found.group(1), found.group(2), page.cookies());
    }

    public RequestSpecification on(RequestSpecification request) {
        return request.cookies(cookies).header(name, value);
    }
}

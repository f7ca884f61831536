package io.tenantlens.portal.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Requests of a person with a role, in a browser. */
public final class SignedIn {

    static final String HEADER = "X-Test-Caller";

    private final String person;

    private SignedIn(String person) {
        this.person = person;
    }

    public static SignedIn as(String role, String tenant) {
        return new SignedIn(role + ";" + tenant);
    }

    public static SignedIn admin(String tenant) {
        return as("tenant-admin", tenant);
    }

    public static SignedIn staff(String role) {
        return as(role, "");
    }

    public RequestSpecification request() {
        return RestAssured.given()
                .header(HEADER, person)
                .accept("text/html, */*;q=0.8")
                .redirects()
                .follow(false);
    }

    public Document page(String path) {
        return Jsoup.parse(request().get(path).then().statusCode(200).extract().asString());
    }

    /** Sends a form as the browser does that shows the page with it: with that page's token and cookie. */
    public Response submit(String page, String action, Map<String, ?> fields) {
        return FormToken.of(request().get(page))
                .on(request())
                .formParams(fields)
                .post(action);
    }

    /** Sends a form as another site would make a browser send it. */
    public int statusWithoutToken(String action, Map<String, ?> fields) {
        return request().formParams(fields).post(action).statusCode();
    }

    public int status(String path) {
        return request().get(path).statusCode();
    }
}

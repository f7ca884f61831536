package io.tenantlens.portal.testing;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Requests of a person with a role, in a browser. */
public final class SignedIn {

    private static final String HEADER = "X-Test-Caller";

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

    public int status(String path) {
        return request().get(path).statusCode();
    }
}

package io.tenantlens.standalone.bench;

import io.tenantlens.standalone.launcher.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * How long tenants' pages take over HTTP, and what they cost, signed in through the identity provider as a person is. One tenant is read by
 * its own user; several are read in turn by a member of staff who views them.
 */
final class PagesBench {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int OK = 200;
    private static final int WARM_UP_SECONDS = 10;
    private static final int BACKGROUND_SECONDS = 5;
    private static final Map<String, String> PAGES =
            new TreeMap<>(Map.of("overview", "", "usage", "/usage", "service level", "/sla", "bill", "/bills"));

    private final Instance instance;
    private final String user;
    private final int clients;
    private final int seconds;
    private final List<String> tenants;

    PagesBench(Instance instance, Options options) {
        this.instance = instance;
        int count = options.number("--tenants", 1);
        user = options.text("--user").orElse(count == 1 ? "amina" : "nasrin");
        clients = options.number("--clients", 8);
        seconds = options.number("--seconds", 20);
        tenants = count == 1
                ? List.of(options.text("--tenant").orElse("dhaka-books"))
                : instance.tenants().stream().limit(count).toList();
    }

    Map<String, Object> run() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "pages");
        figures.put("user", user);
        figures.put("clients", clients);
        figures.put("tenantsRead", tenants.size());
        figures.put("tenantsInDatabase", instance.tenants().size());
        var browsers = signedIn();
        var background = backgroundLoad();
        figures.put("backgroundCpuPercent", rounded(background * 100));
        PAGES.forEach((name, path) -> {
            load(browsers, path, WARM_UP_SECONDS);
            var before = instance.use().cpuSeconds();
            var begun = System.nanoTime();
            var waits = load(browsers, path, seconds);
            var elapsed = (System.nanoTime() - begun) / 1e9;
            var cpu = instance.use().cpuSeconds() - before - background * elapsed;
            figures.put(name, summary(waits, cpu * 1_000 / waits.size()));
        });
        return figures;
    }

    /** CPU seconds a second that the instance uses while nobody reads: the live demo and its fold. */
    private double backgroundLoad() {
        var before = instance.use().cpuSeconds();
        try {
            Thread.sleep(Duration.ofSeconds(BACKGROUND_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return (instance.use().cpuSeconds() - before) / BACKGROUND_SECONDS;
    }

    /** One after the other: the identity provider takes simultaneous sign-ins of one person for an attack. */
    private List<HttpClient> signedIn() {
        var browsers = new ArrayList<HttpClient>();
        try {
            for (var i = 0; i < clients; i++) {
                browsers.add(signIn());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return browsers;
    }

    private static Map<String, Object> summary(List<Long> waits, double cpuMillis) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("requests", waits.size());
        figures.put("p50Millis", Percentile.millis(waits, 50));
        figures.put("p99Millis", Percentile.millis(waits, 99));
        figures.put("cpuMillisPerPage", rounded(cpuMillis));
        return figures;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private List<Long> load(List<HttpClient> browsers, String page, int forSeconds) {
        var waits = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (var browser : browsers) {
                work.add(() -> read(browser, page, forSeconds));
            }
            for (var done : threads.invokeAll(work)) {
                waits.addAll(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new Failure("the pages could not be read: " + e.getMessage(), e);
        }
        return waits;
    }

    private List<Long> read(HttpClient browser, String page, int forSeconds) throws IOException, InterruptedException {
        var waits = new ArrayList<Long>();
        var deadline = System.nanoTime() + forSeconds * 1_000_000_000L;
        for (int turn = Math.floorMod(browser.hashCode(), tenants.size()); System.nanoTime() < deadline; turn++) {
            var path = "/t/" + tenants.get(turn % tenants.size()) + page;
            var begun = System.nanoTime();
            var answer = get(browser, instance.portal(path));
            waits.add(System.nanoTime() - begun);
            if (answer.statusCode() != OK) {
                throw new Failure(path + " answered " + answer.statusCode());
            }
        }
        return waits;
    }

    private HttpClient signIn() throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new LocalCookies())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        var form = FORM.matcher(
                get(browser, instance.portal("/t/" + tenants.getFirst())).body());
        if (!form.find()) {
            throw new Failure("the identity provider shows no sign-in form");
        }
        var action = URI.create(form.group(1).replace("&amp;", "&"));
        var fields = "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=demo";
        var answer = browser.send(
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != OK
                || answer.uri().getPort() != instance.portal("/").getPort()) {
            throw new Failure("sign-in as " + user + " answered " + answer.statusCode());
        }
        return browser;
    }

    private static HttpResponse<String> get(HttpClient browser, URI url) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
}

package io.tenantlens.standalone.remotewrite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends compressed bodies to one receiver over connections that stay open. Thread-safe. */
public final class RemoteWriteClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI receiver;
    private final Supplier<String> bearer;

    /**
     * @param bearer the token to send, asked for each request since tokens expire; empty for none
     */
    public RemoteWriteClient(URI receiver, Supplier<String> bearer) {
        this.receiver = receiver;
        this.bearer = bearer;
    }

    public HttpResponse<String> send(byte[] compressed) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(receiver)
                .timeout(PATIENCE)
                .header("Content-Encoding", "snappy")
                .header("Content-Type", "application/x-protobuf")
                .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                .POST(BodyPublishers.ofByteArray(compressed));
        var token = bearer.get();
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prometheus, which scrapes the demo platform and sends all of it to the portal, and its Alertmanager. */
final class Monitoring {

    static final String PROMETHEUS = "Prometheus";
    static final String ALERTMANAGER = "Alertmanager";

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final KeycloakServer identity;

    Monitoring(Home home, Ports ports, Secrets secrets, KeycloakServer identity) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.identity = identity;
    }

    /** Those of the two programs that are installed; installs them where that is ours to do. */
    List<Part> prepare(Progress progress) {
        Packages.install(
                home,
                progress,
                Map.of("prometheus", "prometheus", "prometheus-alertmanager", "prometheus-alertmanager"));
        var parts = new ArrayList<Part>();
        alertmanager().ifPresent(parts::add);
        prometheus().ifPresent(parts::add);
        return parts;
    }

    private Optional<Part> prometheus() {
        var program = Tools.find("prometheus");
        if (program == null) {
            return Optional.empty();
        }
        var port = ports.of(Ports.Service.PROMETHEUS);
        return Optional.of(new Part(
                PROMETHEUS,
                port,
                home.log("prometheus"),
                List.of(
                        program.toString(),
                        "--config.file=" + write(home.prometheusData(), "prometheus.yml", prometheusConfig()),
                        "--storage.tsdb.path=" + home.prometheusData().resolve("data"),
                        "--storage.tsdb.retention.time=35d",
                        "--storage.tsdb.retention.size=2GB",
                        "--web.enable-lifecycle",
                        "--web.listen-address=127.0.0.1:" + port),
                Map.of("GOMAXPROCS", "1"),
                () -> Web.answersOk("http://127.0.0.1:" + port + "/-/ready"),
                "TERM"));
    }

    private Optional<Part> alertmanager() {
        var program = Tools.find("prometheus-alertmanager");
        if (program == null) {
            program = Tools.find("alertmanager");
        }
        if (program == null) {
            return Optional.empty();
        }
        var port = ports.of(Ports.Service.ALERTMANAGER);
        return Optional.of(new Part(
                ALERTMANAGER,
                port,
                home.log("alertmanager"),
                List.of(
                        program.toString(),
                        "--config.file=" + new AlertRouting(home, ports, secrets).write(),
                        "--storage.path=" + home.alertmanagerData().resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port),
                Map.of("GOMAXPROCS", "1"),
                () -> Web.answersOk("http://127.0.0.1:" + port + "/-/ready"),
                "TERM"));
    }

    private String prometheusConfig() {
        return """
                global:
                  scrape_interval: 5s
                  evaluation_interval: 15s
                rule_files:
                  - '%s/deploy/prometheus/rules/*.yml'
                alerting:
                  alertmanagers:
                    - static_configs:
                        - targets: ['127.0.0.1:%d']
                scrape_configs:
                  - job_name: ecommerce-api
                    honor_labels: true
                    static_configs:
                      - targets: ['127.0.0.1:%d']
                    relabel_configs:
                      - target_label: instance
                        replacement: shop-1
                  - job_name: tenantlens
                    honor_labels: true
                    scrape_interval: 15s
                    static_configs:
                      - targets: ['127.0.0.1:%d']
                remote_write:
                  - url: %s/api/v1/write
                    oauth2:
                      client_id: ingest
                      client_secret: '%s'
                      token_url: %s
                    write_relabel_configs:
                      - source_labels: [job, __name__]
                        regex: ecommerce-api;.*
                        action: keep
                    queue_config:
                      max_shards: 2
                      batch_send_deadline: 1s
                      min_backoff: 250ms
                """.formatted(
                        home.root(),
                        ports.of(Ports.Service.ALERTMANAGER),
                        ports.of(Ports.Service.DEMO),
                        ports.of(Ports.Service.MANAGEMENT),
                        Portal.url(ports),
                        KeycloakServer.INGEST_SECRET,
                        identity.tokenUrl());
    }

    private static Path write(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder);
            PropertyFile.writePrivately(folder.resolve(name), text);
            return folder.resolve(name);
        } catch (IOException e) {
            throw new Failure("cannot write " + folder.resolve(name) + ": " + e.getMessage(), e);
        }
    }
}

package io.tenantlens.api.ingest.otlp;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.tenantlens.api.ingest.Intake;
import io.tenantlens.api.ingest.admission.SeriesLabels;
import io.tenantlens.api.ingest.wire.LabelBytes;
import io.tenantlens.api.series.Labels;
import io.tenantlens.api.series.SeriesKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels of the series of one resource.
 *
 * <p>Of the resource itself only {@code job}, {@code instance} and the tenant become labels; a tenant named by the data
 * point counts more than the resource's.
 */
final class SeriesName {

    private final Map<String, String> ofResource = new TreeMap<>();
    private final LabelBytes bytes = new LabelBytes();

    SeriesName(Resource resource) {
        var attributes = new TreeMap<String, String>();
        for (var each : resource.getAttributesList()) {
            attributes.put(each.getKey(), AttributeText.of(each.getValue()));
        }
        var service = attributes.getOrDefault("service.name", "");
        var namespace = attributes.getOrDefault("service.namespace", "");
        put("job", namespace.isEmpty() ? service : namespace + "/" + service);
        put("instance", attributes.getOrDefault("service.instance.id", ""));
        put(SeriesLabels.TENANT, attributes.getOrDefault("tenant.id", attributes.getOrDefault("tenant_id", "")));
    }

    private void put(String label, String value) {
        if (!value.isEmpty()) {
            ofResource.put(label, value);
        }
    }

    /** Names the series of a data point to the intake. Of attributes that become the same label, the last counts. */
    void announce(Intake intake, String metric, List<KeyValue> attributes, SeriesKind kind) {
        var labels = new TreeMap<>(ofResource);
        for (var each : attributes) {
            labels.put(PrometheusNames.label(each.getKey()), AttributeText.of(each.getValue()));
        }
        labels.put(Labels.METRIC, metric);
        bytes.clear();
        labels.forEach(bytes::add);
        intake.series(bytes.bytes(), 0, bytes.size(), kind);
    }
}

package io.tenantlens.api.ingest.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two encodings of OTLP/HTTP. An answer has the encoding of its request. */
enum OtlpFormat {
    PROTOBUF("application/x-protobuf"),
    JSON("application/json");

    private final String mediaType;

    OtlpFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<OtlpFormat> of(@Nullable String contentType) {
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (format.mediaType.equals(type)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    ExportMetricsServiceRequest read(byte[] body) {
        try {
            return switch (this) {
                case PROTOBUF -> ExportMetricsServiceRequest.parseFrom(body);
                case JSON -> readJson(body);
            };
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedBodyException("not an export request: " + e.getMessage(), e);
        }
    }

    /**
     * OTLP's JSON is that of protobuf but for the ids of traces and spans, which are hexadecimal. They stand in exemplars
     * alone, which we don't keep, so that it does not matter that they are read as base64.
     */
    private static ExportMetricsServiceRequest readJson(byte[] body) throws InvalidProtocolBufferException {
        var request = ExportMetricsServiceRequest.newBuilder();
        JsonFormat.parser().ignoringUnknownFields().merge(new String(body, StandardCharsets.UTF_8), request);
        return request.build();
    }

    byte[] write(ExportMetricsServiceResponse response) {
        return switch (this) {
            case PROTOBUF -> response.toByteArray();
            case JSON -> json(response);
        };
    }

    private static byte[] json(MessageOrBuilder response) {
        try {
            return JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .print(response)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}

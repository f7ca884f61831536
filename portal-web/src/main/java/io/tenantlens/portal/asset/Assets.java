package io.tenantlens.portal.asset;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The address of a file below {@code /assets}, in templates {@code {asset:url('portal.css')}}. */
@TemplateExtension(namespace = "asset")
final class Assets {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    /** Carries a digest of the content, so that browsers may keep the file for ever and still get the next version. */
    static String url(String file) {
        return URLS.computeIfAbsent(file, Assets::withDigest);
    }

    private static String withDigest(String file) {
        try (var content = Assets.class.getResourceAsStream("/META-INF/resources/assets/" + file)) {
            if (content == null) {
                throw new IllegalArgumentException("no such asset: " + file);
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return "/assets/" + file + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

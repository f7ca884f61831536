package io.tenantlens.portal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VendoredFilesTest {

    @Test
    void vendoredFile_isTheOneWithTheRecordedDigest() throws IOException, NoSuchAlgorithmException {
        for (var line : Files.readAllLines(Path.of("vendored.sha256"))) {
            var digest = line.substring(0, 64);
            var file = Path.of(line.substring(64).strip());

            var actual = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));

            assertThat(HexFormat.of().formatHex(actual)).as(file.toString()).isEqualTo(digest);
        }
    }

    @Test
    void versionInTheName_isTheLockedOne() throws IOException {
        assertThat(Files.readString(Path.of("package-lock.json"))).contains("\"htmx.org\": \"4.0.1\"");
        assertThat(Assets.url("htmx-4.0.1.min.js")).matches("/assets/htmx-4\\.0\\.1\\.min\\.js\\?v=[0-9a-f]{12}");
    }
}

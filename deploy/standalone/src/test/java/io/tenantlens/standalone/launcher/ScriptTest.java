package io.tenantlens.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in a repository of its own, with a JDK and a build that only say that they were called. */
class ScriptTest {

    private static final Path SCRIPT =
            Path.of("../../tenantlens").toAbsolutePath().normalize();

    @TempDir
    Path folder = Path.of("");

    private Path root = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void layOutRepository() throws IOException {
        root = Files.createDirectories(folder.resolve("a clone"));
        jdk = jdk("jdk", 26);
        Files.copy(SCRIPT, root.resolve("tenantlens"));
        program(root.resolve("mvnw"), "echo built $*");
        Files.createDirectories(root.resolve("cost-engine/src"));
        Files.writeString(root.resolve("pom.xml"), "");
        Files.createDirectories(root.resolve("portal-web/target/quarkus-app"));
        Files.writeString(root.resolve("portal-web/target/quarkus-app/quarkus-run.jar"), "");
        Files.createDirectories(root.resolve("deploy/standalone/target"));
        Files.writeString(root.resolve("deploy/standalone/target/standalone.jar"), "");
        Files.writeString(root.resolve("deploy/standalone/target/built.stamp"), "");
        setTime(
                root.resolve("deploy/standalone/target/built.stamp"),
                Instant.now().plusSeconds(60));
    }

    @Test
    void script_runsTheLauncherOfAFreshBuild() throws Exception {
        assertThat(run(root.resolve("tenantlens"), jdk, "status"))
                .contains("java of jdk")
                .contains("standalone.jar status")
                .doesNotContain("built");
    }

    @Test
    void script_buildsFirstWhenASourceIsNewer() throws Exception {
        var source = Files.writeString(root.resolve("cost-engine/src/Money.java"), "");
        setTime(source, Instant.now().plusSeconds(120));

        assertThat(run(root.resolve("tenantlens"), jdk, "status")).contains("built -q -DskipTests");
    }

    @Test
    void script_findsItsRepositoryThroughALink() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("tl"), Path.of("a clone/tenantlens"));

        assertThat(run(link, jdk, "help")).contains(root.resolve("deploy/standalone/target/standalone.jar") + " help");
    }

    @Test
    void script_passesOverAJdkThatIsTooOld() throws Exception {
        assertThat(run(root.resolve("tenantlens"), jdk("old", 21), "help")).doesNotContain("java of old");
    }

    @Test
    void script_handsTestsToTheBuild() throws Exception {
        assertThat(run(root.resolve("tenantlens"), jdk, "test", "-o")).contains("verify -o");
    }

    private static String run(Path script, Path jdk, String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("/bin/sh", script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("TENANTLENS_SKIP_PACKAGES", "1");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private Path jdk(String name, int version) throws IOException {
        var home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        program(home.resolve("bin/javac"), "exit 0");
        program(home.resolve("bin/java"), """
                if [ "$1" = -version ]; then echo 'openjdk version "%d.0.1" 2026-10-01' >&2; exit 0; fi
                echo java of %s: "$@"
                """.formatted(version, name));
        return home;
    }

    private static void program(Path path, String lines) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void setTime(Path path, Instant at) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(at));
    }
}

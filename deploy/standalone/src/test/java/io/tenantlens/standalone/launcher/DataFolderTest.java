package io.tenantlens.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder = Path.of("");

    private Home home = new Home(folder, folder);

    @BeforeEach
    void createHome() {
        home = new Home(folder, folder);
        home.create();
    }

    @Test
    void locate_prefersTheChosenFolder() {
        var environment = Map.of("TENANTLENS_ROOT", "/srv/tenantlens", "TENANTLENS_HOME", "/data/acorn");

        assertThat(Home.locate(environment).folder()).isEqualTo(Path.of("/data/acorn"));
        assertThat(Home.locate(Map.of("TENANTLENS_ROOT", "/srv/tenantlens")).folder())
                .isEqualTo(Path.of("/srv/tenantlens/.tenantlens"));
    }

    @Test
    void secret_isKeptAndIsTheOwnersAlone() throws IOException {
        var first = Secrets.of(home).of("csrf");

        assertThat(first).matches("[0-9a-f]{64}");
        assertThat(Secrets.of(home).of("csrf")).isEqualTo(first);
        assertThat(Secrets.of(home).of("other")).isNotEqualTo(first);
        assertThat(Files.getPosixFilePermissions(home.secrets()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void lock_isHeldByOneAtATime() throws IOException {
        try (var _ = InstanceLock.take(home)) {
            assertThat(InstanceLock.isTaken(home)).isTrue();
            assertThatThrownBy(() -> InstanceLock.take(home))
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith("already running in " + folder);
        }
        assertThat(InstanceLock.isTaken(home)).isFalse();
    }

    @Test
    void state_comesBackAsItWasWritten() {
        var state =
                new RunState(42, "http://localhost:8080", true, List.of(new RunState.Entry("Mail", 42, 1, 2525, "")));
        state.write(home);

        assertThat(RunState.of(home)).contains(state);
    }

    @Test
    void leftovers_leaveAProcessThatOnlyHasTheSameId() {
        var self = ProcessHandle.current().pid();
        var stale = new RunState.Entry(
                "Portal",
                ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(self),
                1,
                1,
                "");
        new RunState(1, "", true, List.of(stale)).write(home);

        assertThat(Leftovers.stop(home)).isEmpty();
    }

    @Test
    void dropData_keepsThePrograms() throws IOException {
        Files.writeString(home.programs().resolve("unpacked"), "");
        Files.createDirectories(home.postgresData().resolve("base"));

        home.dropData();

        assertThat(home.programs().resolve("unpacked")).exists();
        assertThat(home.postgresData()).doesNotExist();
    }

    @Test
    void status_ofAnEmptyFolderSaysHowToStart() {
        var status = Status.of(home);

        assertThat(status.allHealthy()).isFalse();
        assertThat(status.asText()).contains("nothing runs").contains("./tenantlens up");
    }
}

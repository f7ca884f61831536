package io.tenantlens.standalone.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The system's own programs. */
final class Tools {

    private Tools() {}

    static @Nullable Path find(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator, -1)) {
            var candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Whether the command ended well; what it says goes to the log. */
    static boolean run(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void signal(ProcessHandle process, String signal) {
        if (!run(List.of("kill", "-" + signal, String.valueOf(process.pid())), Path.of("/dev/null"))) {
            process.destroy();
        }
    }
}

package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code up --detach}: runs {@code up} in the background and shows what it says until it is ready. */
final class Detached {

    private final Home home;
    private final Path log;
    private long shown;

    Detached(Home home) {
        this.home = home;
        this.log = home.log("up");
    }

    void run(List<String> arguments) {
        home.create();
        if (InstanceLock.isTaken(home)) {
            throw new Failure("already running in " + home.folder() + "; see ./tenantlens status");
        }
        try {
            Files.deleteIfExists(log);
            var process = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(log.toFile())
                    .start();
            while (process.isAlive() && !isReady(process.pid())) {
                Pause.millis(100);
                showNew();
            }
            showNew();
            if (!process.isAlive()) {
                throw new Failure("it did not start; its log is " + log);
            }
        } catch (IOException e) {
            throw new Failure("cannot start in the background: " + e.getMessage(), e);
        }
    }

    private List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        if (Tools.find("setsid") != null) {
            command.add("setsid");
        } else {
            command.add("nohup");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), "up"));
        arguments.stream().filter(argument -> !argument.equals("--detach")).forEach(command::add);
        return command;
    }

    private boolean isReady(long pid) {
        return RunState.of(home)
                .filter(state -> state.ready() && state.pid() == pid)
                .isPresent();
    }

    private void showNew() throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(shown);
            var bytes = new byte[(int) (file.length() - shown)];
            file.readFully(bytes);
            shown += bytes.length;
            System.out.write(bytes);
            System.out.flush();
        }
    }
}

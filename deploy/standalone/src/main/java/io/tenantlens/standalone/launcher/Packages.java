package io.tenantlens.standalone.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that come as packages of the system. */
final class Packages {

    private Packages() {}

    /**
     * Installs the missing ones as root on Debian and its kin, and elsewhere says what is missing and goes on.
     *
     * @param programs the package of each program
     */
    static void install(Home home, Progress progress, Map<String, String> programs) {
        var missing = programs.entrySet().stream()
                .filter(program -> Tools.find(program.getKey()) == null)
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        var names = String.join(", ", missing);
        if (!Tools.isRoot() || !Files.exists(Path.of("/etc/debian_version"))) {
            progress.say("not installed, going on without: " + names);
            return;
        }
        progress.say("installing " + names);
        // RUNLEVEL=1 keeps the packages from starting services of their own
        var install = new ArrayList<>(List.of("env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get"));
        install.addAll(List.of("install", "-y", "-q"));
        install.addAll(missing);
        var log = home.log("apt");
        // a failed update may still leave lists that are good enough to install from
        Tools.run(List.of("apt-get", "update", "-q"), log);
        if (!Tools.run(install, log)) {
            progress.say("could not install " + names + " (see " + log + "), going on without");
        }
    }
}

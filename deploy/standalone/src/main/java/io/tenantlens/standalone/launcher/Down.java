package io.tenantlens.standalone.launcher;

import java.time.Duration;

/** {@code down}: stops the instance of this data folder and what a killed one left. */
record Down(Home home) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void run() {
        var progress = new Progress(System.out);
        if (!InstanceLock.isTaken(home)) {
            var left = Leftovers.stop(home);
            progress.say(left.isEmpty() ? "nothing runs in " + home.folder() : "stopped " + String.join(", ", left));
            return;
        }
        var launcher = RunState.of(home)
                .flatMap(state -> ProcessHandle.of(state.pid()))
                .orElseThrow(() -> new Failure("an instance is just starting in " + home.folder() + "; try again"));
        launcher.destroy();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (InstanceLock.isTaken(home)) {
            if (System.nanoTime() > end) {
                launcher.destroyForcibly();
                Leftovers.stop(home);
                break;
            }
            Pause.millis(100);
        }
        progress.say("stopped");
    }
}

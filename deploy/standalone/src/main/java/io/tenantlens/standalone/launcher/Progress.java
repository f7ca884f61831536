package io.tenantlens.standalone.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells what goes on, each line with the time since the start. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String event) {
        out.printf(Locale.ROOT, "[%6s s] %s%n", seconds(elapsed()), event);
        out.flush();
    }

    public synchronized void plain(String line) {
        out.println(line);
        out.flush();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** With one decimal. */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}

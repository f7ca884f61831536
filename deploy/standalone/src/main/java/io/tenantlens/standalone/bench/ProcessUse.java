package io.tenantlens.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes of this machine have used so far, children included, as Linux accounts for it. */
record ProcessUse(double cpuSeconds, long residentMebibytes) {

    private static final Path PROC = Path.of("/proc");

    /** Linux reports CPU time in hundredths of a second, whatever its own tick is. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    static ProcessUse of(long pid) {
        var processes = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
        return new ProcessUse(
                processes.stream().mapToDouble(ProcessUse::cpuSecondsOf).sum(), residentKibibytes(processes) >> 10);
    }

    ProcessUse plus(ProcessUse other) {
        return new ProcessUse(cpuSeconds + other.cpuSeconds, residentMebibytes + other.residentMebibytes);
    }

    /** The fields after the program's name, which may hold blanks itself. */
    private static double cpuSecondsOf(long pid) {
        var stat = read(PROC.resolve(pid + "/stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
    }

    private static long residentKibibytes(List<Long> pids) {
        return pids.stream()
                .flatMap(pid -> read(PROC.resolve(pid + "/status")).lines())
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Empty for a process that has ended. */
    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw new UncheckedIOException(e);
            }
            return "";
        }
    }
}

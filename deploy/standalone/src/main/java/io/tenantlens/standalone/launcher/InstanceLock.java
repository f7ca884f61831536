package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One {@code up} in a data folder; the system frees the lock however the process ends. */
record InstanceLock(FileChannel channel) implements AutoCloseable {

    static InstanceLock take(Home home) {
        try {
            var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new Failure("already running in " + home.folder() + "; see ./tenantlens status, stop with "
                        + "./tenantlens down");
            }
            return new InstanceLock(channel);
        } catch (IOException e) {
            throw new Failure("cannot lock the data folder " + home.folder() + ": " + e.getMessage(), e);
        }
    }

    static boolean isTaken(Home home) {
        try (var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException _) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

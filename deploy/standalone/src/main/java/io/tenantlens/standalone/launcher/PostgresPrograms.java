package io.tenantlens.standalone.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once a data folder, and the user that runs them. */
record PostgresPrograms(Path folder, PostgresUser user) {

    List<String> call(String program, String... arguments) {
        var command = new ArrayList<>(user.prefix());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static PostgresPrograms unpack(Home home) {
        var folder = home.programs().resolve("postgresql");
        var done = folder.resolve("unpacked");
        if (!Files.exists(done)) {
            try {
                Home.delete(folder);
                unpackTo(folder);
                Files.createFile(done);
            } catch (IOException e) {
                throw new Failure("cannot unpack PostgreSQL into " + folder + ": " + e.getMessage(), e);
            }
        }
        var user = PostgresUser.choose();
        user.checkReaches(folder);
        return new PostgresPrograms(folder, user);
    }

    private static void unpackTo(Path folder) throws IOException {
        try (var resource = PostgresPrograms.class.getResourceAsStream(archive())) {
            if (resource == null) {
                throw new Failure("no PostgreSQL programs for this system (" + archive() + ")");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpackEntry(tar, entry, folder.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + system + "-" + processor + ".txz";
    }
}

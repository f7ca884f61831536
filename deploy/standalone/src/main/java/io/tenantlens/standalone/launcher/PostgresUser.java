package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who runs PostgreSQL, which refuses to run as root. Whoever else starts it runs it himself. Root takes an empty user namespace,
 * which makes it an ordinary user over the same files; where that is forbidden, an ordinary user of the system.
 *
 * @param prefix what stands before a command to run it as that user
 * @param owner whose the data must be
 */
record PostgresUser(List<String> prefix, String owner) {

    private static final Path NOWHERE = Path.of("/dev/null");

    private static final List<String> ORDINARY_USERS = List.of("postgres", "nobody");

    static PostgresUser choose() {
        if (!Tools.isRoot()) {
            return new PostgresUser(List.of(), System.getProperty("user.name"));
        }
        var namespace = List.of("unshare", "-U");
        if (works(namespace)) {
            return new PostgresUser(namespace, "root");
        }
        return ORDINARY_USERS.stream()
                .filter(user -> Tools.run(List.of("id", "-u", user), NOWHERE))
                .flatMap(user -> List.of(
                                List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups"),
                                List.of("runuser", "-u", user, "--"))
                        .stream()
                        .filter(PostgresUser::works)
                        .map(prefix -> new PostgresUser(prefix, user)))
                .findFirst()
                .orElseThrow(
                        () -> new Failure("PostgreSQL does not run as root, and none of unshare -U, setpriv and runuser"
                                + " works here: start it as an ordinary user"));
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        return Tools.run(command, NOWHERE);
    }

    private static String groupOf(String user) {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields[0].equals(user))
                    .map(fields -> fields[3])
                    .findFirst()
                    .orElse(user);
        } catch (IOException _) {
            return user;
        }
    }

    /** Gives the files to the user where they are another's. */
    void own(Path files) {
        try {
            if (Tools.isRoot()
                    && !Files.getOwner(files).getName().equals(owner)
                    && !Tools.run(List.of("chown", "-R", owner, files.toString()), NOWHERE)) {
                throw new Failure("cannot give " + files + " to the user " + owner);
            }
        } catch (IOException e) {
            throw new Failure("cannot read who owns " + files + ": " + e.getMessage(), e);
        }
    }

    /** A home folder of root, for one, is closed to others. */
    void checkReaches(Path folder) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("test", "-x", folder.toString()));
        if (!Tools.run(command, NOWHERE)) {
            throw new Failure("the user " + owner + ", as whom PostgreSQL must run here, cannot enter " + folder
                    + ": point TENANTLENS_HOME to a folder that all may enter, such as /var/lib/tenantlens");
        }
    }
}

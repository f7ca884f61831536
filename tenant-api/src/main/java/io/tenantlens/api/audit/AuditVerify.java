package io.tenantlens.api.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * {@code ./tenantlens audit verify}: JDBC URL, user and, if there is one, the file of anchors; the password comes in
 * {@code TENANTLENS_DATABASE_PASSWORD}. Exit code 0 intact, 1 broken, 2 not checked.
 */
public final class AuditVerify {

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private AuditVerify() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    @SuppressWarnings("SystemOut") // the answer of a command
    static int run(String... arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: AuditVerify JDBC_URL USER [ANCHOR_FILE]");
            return NOT_CHECKED;
        }
        try {
            var anchors = arguments.length == 3 ? AnchorFile.read(Path.of(arguments[2])) : Map.<Long, String>of();
            return switch (new AuditVerification(database(arguments[0], arguments[1])).verify(anchors)) {
                case Verdict.Intact(long records, String headHash) -> {
                    System.out.printf("ok: %d records, head %s%n", records, headHash);
                    yield INTACT;
                }
                case Verdict.Broken(long position, String finding) -> {
                    System.out.printf("broken: record %d %s%n", position, finding);
                    yield BROKEN;
                }
            };
        } catch (JdbiException | IOException e) {
            System.err.println("audit verify could not read the trail: " + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private static Jdbi database(String url, String user) {
        return Jdbi.create(url, user, System.getenv("TENANTLENS_DATABASE_PASSWORD"));
    }
}

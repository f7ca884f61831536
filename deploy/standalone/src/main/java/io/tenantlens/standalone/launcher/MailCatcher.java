package io.tenantlens.standalone.launcher;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;

/** Takes every mail that the portal sends and leaves it as a file; none goes out. */
final class MailCatcher implements AutoCloseable {

    static final String NAME = "Mail";

    private static final System.Logger LOG = System.getLogger(MailCatcher.class.getName());

    private final Home home;
    private final GreenMail server;
    private final Thread keeper = Thread.ofVirtual().unstarted(this::keep);

    private volatile boolean closed;
    private int kept;

    MailCatcher(Home home, int port) {
        this.home = home;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    void start() {
        server.start();
        keeper.start();
    }

    private void keep() {
        while (!closed) {
            Pause.millis(1_000);
            keepNew();
        }
    }

    /** What lies in a file is forgotten here: a server that ran for weeks would be full of mails otherwise. */
    synchronized void keepNew() {
        try {
            var store = server.getManagers().getImapHostManager().getStore();
            for (var mailbox : store.listMailboxes("*")) {
                for (var message : mailbox.getMessages()) {
                    keep(message.getMimeMessage());
                    message.setFlag(Flags.Flag.DELETED, true);
                }
                mailbox.expunge();
            }
        } catch (IOException | MessagingException | FolderException e) {
            LOG.log(System.Logger.Level.WARNING, "a mail could not be kept in " + home.mail(), e);
        }
    }

    private void keep(MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(home.mail());
        var file = home.mail().resolve(System.currentTimeMillis() + "-" + kept++ + ".eml");
        try (var out = Files.newOutputStream(file)) {
            message.writeTo(out);
        }
    }

    /** How many mails wait to be put into a file. */
    int inMemory() {
        return server.getReceivedMessages().length;
    }

    @Override
    public void close() {
        closed = true;
        keepNew();
        server.stop();
    }
}

package org.kindtrail.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Lets a test of any room send what is due to a server of its own. */
@ApplicationScoped
public class TestPost {
    public static final String SITE = "https://kindtrail.example.org";

    private final Postman postman;
    private final EntityManager database;

    TestPost(Postman postman, EntityManager database) {
        this.postman = postman;
        this.database = database;
    }

    /** A real mail server on a port of its own; whoever starts it stops it. */
    public static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** What came for the address, in the order in which it came. */
    public static List<MimeMessage> lettersTo(GreenMail server, String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(each -> to(each).equals(address))
                .toList();
    }

    private static String to(MimeMessage letter) {
        try {
            return letter.getRecipients(jakarta.mail.Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(MimeMessage letter) {
        try {
            return ((String) letter.getContent()).replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static MailServer at(int port) {
        return new MailServer("127.0.0.1", port, null, null, "letters@kindtrail.example.org", MailServer.Tls.NONE, SITE);
    }

    public boolean round(GreenMail server) {
        return round(server.getSmtp().getPort());
    }

    public boolean round(int port) {
        return postman.round(at(port));
    }

    /** What other tests left is of no interest. */
    public void clear() {
        sql("update message set state = 'NOT_NEEDED' where state in ('WAITING', 'TAKEN')");
    }

    /** As if the time to try again had come. */
    public void due() {
        sql("update message set due_at = made_at where state = 'WAITING'");
    }

    public void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    /** State, trouble and tries of the donor's messages, by kind. */
    public List<String> messagesOf(String donor) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        """
                        select m.kind || ' ' || m.state || ' ' || coalesce(m.trouble, '-') || ' ' || cast(m.tries as varchar(9))
                        from message m join donor d on d.id = m.donor_id where d.code = ?1 order by m.id""",
                        String.class)
                .setParameter(1, donor)
                .getResultList());
    }
}

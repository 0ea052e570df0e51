package org.kindtrail.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A line to the mail server, over which one message after the other goes, and which tells how far each came. */
final class Line implements AutoCloseable {
    /** How a message fared. */
    record Outcome(Kind kind, Trouble trouble, boolean lineIsGood) {
        /** What is to be done with it now. */
        enum Kind {
            SENT,
            /** The server certainly has not got it. */
            AGAIN,
            GIVE_UP,
            DOUBT
        }

        static Outcome again(Trouble trouble, boolean lineIsGood) {
            return new Outcome(Kind.AGAIN, trouble, lineIsGood);
        }
    }

    /** How far a message is on its way over the line. */
    private enum Stage {
        BEFORE,
        /** All of it is out but the line that ends it. */
        ENDING,
        TAKEN
    }

    private static final class Watched extends SMTPTransport {
        private Stage stage = Stage.BEFORE;
        /** What was answered to the end of the message; 0: nothing yet. */
        private int atTheEnd;
        /** What was refused last; 0: nothing. */
        private int refusal;

        Watched(Session session) {
            super(session, null);
        }

        void begin() {
            stage = Stage.BEFORE;
            atTheEnd = 0;
            refusal = 0;
        }

        /** What follows a refusal, as RSET, is answered too; so the replies are noted here. */
        @Override
        protected int readServerResponse() throws MessagingException {
            int reply = super.readServerResponse();
            if (stage == Stage.ENDING && atTheEnd == 0) {
                atTheEnd = reply;
            }
            if (reply >= 400 && reply <= 599) {
                refusal = reply;
            }
            return reply;
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            stage = Stage.ENDING;
            super.finishData();
            stage = Stage.TAKEN;
        }
    }

    private final MailServer server;
    private final Session session;
    private final Watched transport;

    Line(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(server.properties());
        this.transport = new Watched(session);
    }

    Session session() {
        return session;
    }

    /** @return what stands in the way; null when the line is open */
    Trouble open() {
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return null;
        } catch (AuthenticationFailedException e) {
            return Trouble.NOT_ADMITTED;
        } catch (MessagingException | RuntimeException e) {
            return Trouble.UNREACHABLE;
        }
    }

    Outcome send(MimeMessage message, InternetAddress to) {
        transport.begin();
        try {
            transport.sendMessage(message, new InternetAddress[] {to});
            return new Outcome(Outcome.Kind.SENT, null, true);
        } catch (MessagingException e) {
            return outcome(e);
        } catch (RuntimeException e) {
            // a fault of the library: how far it came says the same
            return outcome(new MessagingException(e.getClass().getName()));
        }
    }

    private Outcome outcome(MessagingException e) {
        if (transport.stage != Stage.BEFORE) {
            return atTheEnd();
        }
        SMTPAddressFailedException recipient = first(e, SMTPAddressFailedException.class);
        if (recipient != null) {
            return recipient.getReturnCode() >= 500
                    ? new Outcome(Outcome.Kind.GIVE_UP, Trouble.NO_SUCH_ADDRESS, transport.isConnected())
                    : Outcome.again(Trouble.LATER, transport.isConnected());
        }
        SMTPSenderFailedException sender = first(e, SMTPSenderFailedException.class);
        if (sender != null && sender.getReturnCode() >= 500 || transport.refusal == 530 || transport.refusal == 535) {
            return Outcome.again(Trouble.NOT_ADMITTED, false);
        }
        return transport.refusal == 0
                ? Outcome.again(Trouble.UNREACHABLE, false)
                : Outcome.again(transport.refusal < 500 ? Trouble.LATER : Trouble.REFUSED, transport.isConnected());
    }

    /** The whole message was out; only a refusal says for certain that the server has not got it. */
    private Outcome atTheEnd() {
        int reply = transport.atTheEnd;
        if (transport.stage == Stage.TAKEN || reply >= 200 && reply <= 299) {
            return new Outcome(Outcome.Kind.SENT, null, false);
        }
        if (reply >= 400 && reply <= 599) {
            return Outcome.again(reply < 500 ? Trouble.LATER : Trouble.REFUSED, transport.isConnected());
        }
        return new Outcome(Outcome.Kind.DOUBT, Trouble.DOUBT, false);
    }

    private static <E extends Exception> E first(MessagingException e, Class<E> type) {
        for (Exception each = e; each != null; ) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
            each = each instanceof MessagingException chained ? chained.getNextException() : null;
        }
        return null;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What was sent is sent.
        }
    }
}

package org.kindtrail.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import java.util.Set;

/**
 * The mail server that takes the letters (SMTP).
 *
 * @param user null: no sign-in
 * @param from the address that they come from, and that answers go to
 * @param site where this service is reached, without a slash at its end
 */
record MailServer(String host, int port, String user, String password, String from, Tls tls, String site) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String PATIENCE = "10000";

    /** How the line to it is kept secret. */
    enum Tls {
        /** Begun in clear and turned into TLS before anything is said; when the server cannot, nothing is sent. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In clear, to a server on this machine. */
        NONE
    }

    MailServer {
        if (tls == Tls.NONE && !HERE.contains(host)) {
            throw new IllegalStateException("KINDTRAIL_MAIL_TLS is none, and " + host
                    + " is another machine: letters to donors do not go over a line that others can read");
        }
        try {
            new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalStateException("KINDTRAIL_MAIL_FROM is to be the address that letters come from");
        }
    }

    Properties properties() {
        Properties all = new Properties();
        all.put("mail.transport.protocol", "smtp");
        all.put("mail.smtp.host", host);
        all.put("mail.smtp.port", String.valueOf(port));
        all.put("mail.smtp.auth", String.valueOf(user != null));
        all.put("mail.smtp.connectiontimeout", PATIENCE);
        all.put("mail.smtp.timeout", PATIENCE);
        all.put("mail.smtp.writetimeout", PATIENCE);
        all.put("mail.smtp.quitwait", "false");
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        all.put("mail.smtp.starttls.required", String.valueOf(tls == Tls.STARTTLS));
        all.put("mail.smtp.ssl.enable", String.valueOf(tls == Tls.TLS));
        return all;
    }

    /** What follows the @ of message numbers. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** Tells no password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}

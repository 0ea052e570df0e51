package org.kindtrail.mail;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server as it is set; without one nothing is sent. */
@ApplicationScoped
public class MailSettings {
    private final Optional<MailServer> server;

    MailSettings(
            @ConfigProperty(name = "kindtrail.mail.host") Optional<String> host,
            @ConfigProperty(name = "kindtrail.mail.port") Optional<Integer> port,
            @ConfigProperty(name = "kindtrail.mail.user") Optional<String> user,
            @ConfigProperty(name = "kindtrail.mail.password") Optional<String> password,
            @ConfigProperty(name = "kindtrail.mail.from") Optional<String> from,
            @ConfigProperty(name = "kindtrail.mail.tls", defaultValue = "starttls") String tls,
            @ConfigProperty(name = "kindtrail.address") String address) {
        server = host.map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> {
                    MailServer.Tls line = line(tls);
                    return new MailServer(
                            name,
                            port.orElse(line == MailServer.Tls.TLS ? 465 : line == MailServer.Tls.STARTTLS ? 587 : 25),
                            user.orElse(null),
                            password.orElse(null),
                            from.map(String::strip).orElse(""),
                            line,
                            address.replaceFirst("/+$", ""));
                });
    }

    /** So that a setting that makes no sense ends the start and not the first letter. */
    void look(@Observes StartupEvent start) {
        isSet();
    }

    private static MailServer.Tls line(String tls) {
        try {
            return MailServer.Tls.valueOf(tls.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("KINDTRAIL_MAIL_TLS is starttls, tls or none");
        }
    }

    Optional<MailServer> server() {
        return server;
    }

    /** Whether letters can be sent at all. */
    public boolean isSet() {
        return server.isPresent();
    }
}

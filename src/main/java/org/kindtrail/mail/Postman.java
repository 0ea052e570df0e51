package org.kindtrail.mail;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.kindtrail.account.Organisation;
import org.kindtrail.donor.Contacts;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.StopKeys;
import org.kindtrail.web.Words;

/** Sends what is due, a few letters at a time; what goes wrong is told by its kind only, never with an address. */
@ApplicationScoped
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final int BATCH = 20;
    /** A server that does not answer is left alone for so long. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final MailSettings settings;
    private final Post post;
    private final EntityManager database;
    private final Contacts contacts;
    private final StopKeys stopKeys;
    private final Words words;
    private final Clock clock;
    private final Map<MessageKind, LetterWriter> writers = new EnumMap<>(MessageKind.class);
    private volatile Instant restUntil = Instant.MIN;

    Postman(
            MailSettings settings,
            Post post,
            EntityManager database,
            Contacts contacts,
            StopKeys stopKeys,
            Words words,
            Clock clock,
            @All List<LetterWriter> writers) {
        this.settings = settings;
        this.post = post;
        this.database = database;
        this.contacts = contacts;
        this.stopKeys = stopKeys;
        this.words = words;
        this.clock = clock;
        writers.forEach(each -> this.writers.put(each.kind(), each));
    }

    @Scheduled(
            every = "{kindtrail.mail.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goRound() {
        settings.server().ifPresent(server -> {
            if (clock.instant().isAfter(restUntil) && !round(server)) {
                restUntil = clock.instant().plus(REST);
            }
        });
    }

    /**
     * Sends what is due now.
     *
     * @return false when the server did not answer, or broke off
     */
    boolean round(MailServer server) {
        post.leaveWhatIsInDoubt();
        long last = 0;
        try (Line line = new Line(server)) {
            boolean open = false;
            for (int i = 0; i < BATCH; i++) {
                Optional<Post.Taken> next = post.take(last);
                if (next.isEmpty()) {
                    return true;
                }
                Post.Taken taken = next.get();
                last = taken.id();
                Written written = written(taken, server, line.session());
                if (written == null) {
                    continue;
                }
                Trouble shut = open ? null : line.open();
                if (shut != null) {
                    post.again(taken, shut);
                    LOG.warnf("The mail server %s: %s. Letters wait.", server, shut);
                    return false;
                }
                open = true;
                if (!lineIsGoodAfter(taken, line.send(written.message(), written.to()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean lineIsGoodAfter(Post.Taken taken, Line.Outcome outcome) {
        switch (outcome.kind()) {
            case SENT -> post.sent(taken);
            case DOUBT -> post.inDoubt(taken);
            case GIVE_UP -> post.giveUp(taken, outcome.trouble());
            case AGAIN -> post.again(taken, outcome.trouble());
        }
        if (outcome.trouble() != null) {
            LOG.warnf("Letter %d: %s", taken.id(), outcome.trouble());
        }
        return outcome.lineIsGood();
    }

    private record Written(MimeMessage message, InternetAddress to) {}

    /** The letter; null when it is not sent now, for which the reason is written down already. */
    private Written written(Post.Taken taken, MailServer server, Session session) {
        if (clock.instant().isAfter(taken.giveUpAt())) {
            post.giveUp(taken, Trouble.TOO_LATE);
            return null;
        }
        try {
            Optional<Written> written =
                    QuarkusTransaction.requiringNew().call(() -> write(taken.id(), server, session));
            if (written.isEmpty()) {
                post.notNeeded(taken);
            }
            return written.orElse(null);
        } catch (RuntimeException e) {
            // Its message may hold what is sealed.
            LOG.errorf("Letter %d could not be written: %s", taken.id(), e.getClass().getName());
            post.again(taken, Trouble.NOT_WRITTEN);
            return null;
        }
    }

    private Optional<Written> write(Long id, MailServer server, Session session)
            throws MessagingException, UnsupportedEncodingException {
        Message message = database.find(Message.class, id);
        Donor donor = message == null ? null : database.find(Donor.class, message.getDonorId());
        LetterWriter writer = message == null ? null : writers.get(message.getKind());
        if (donor == null || writer == null || !message.getKind().isFor(donor)) {
            return Optional.empty();
        }
        Organisation organisation = database.find(Organisation.class, message.getOrganisationId());
        ToSend toSend = new ToSend(
                id,
                message.getKind(),
                donor.getId(),
                message.getOrganisationId(),
                message.getAbout(),
                message.getMadeAt(),
                ZoneId.of(organisation.getTimeZone()),
                Locale.forLanguageTag(donor.getLanguage()),
                server.site(),
                words);
        Optional<Letter> letter = writer.write(toSend);
        Optional<String> address = contacts.address(donor);
        if (letter.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        InternetAddress to = new InternetAddress(address.get(), true);
        return Optional.of(new Written(mime(toSend, letter.get(), donor, organisation, to, server, session), to));
    }

    private MimeMessage mime(
            ToSend toSend,
            Letter letter,
            Donor donor,
            Organisation organisation,
            InternetAddress to,
            MailServer server,
            Session session)
            throws MessagingException, UnsupportedEncodingException {
        String number = "<kindtrail." + toSend.id() + "." + toSend.madeAt().toEpochMilli() + "@" + server.domain() + ">";
        MimeMessage mime = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", number);
            }
        };
        String whose = oneLine(organisation.getName());
        String stop = server.site() + StopPages.PATH + "/" + stopKeys.of(donor);
        mime.setFrom(new InternetAddress(server.from(), whose, "UTF-8"));
        mime.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
        mime.setSubject(letter.subject(), "UTF-8");
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("List-Unsubscribe", "<" + stop + ">");
        mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mime.setHeader("Content-Language", toSend.locale().toLanguageTag());
        String text = toSend.say(
                "mail_letter",
                Map.of(
                        "name", oneLine(donor.getKnownAs()),
                        "text", letter.text(),
                        "organisation", whose,
                        "stop", stop));
        mime.setText(text, "UTF-8");
        mime.saveChanges();
        return mime;
    }

    /** Names are typed by people; in a header a line break would begin another. */
    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}

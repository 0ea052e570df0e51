package org.kindtrail.mydata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.Openings;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Scope;
import org.kindtrail.donor.AddDonor;
import org.kindtrail.donor.Contact;
import org.kindtrail.donor.Contacts;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.DonorService;
import org.kindtrail.donor.Donors;
import org.kindtrail.donor.Erasing;
import org.kindtrail.intake.Gifts;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Token;
import org.kindtrail.mail.Outbox;
import org.kindtrail.trace.TrackingService;

/** What a donor does with what is held about them, whichever way they proved that it is theirs. */
@ApplicationScoped
public class OwnDataService {
    private final Donors donors;
    private final DonorService donorService;
    private final Contacts contacts;
    private final Erasing erasing;
    private final Gifts gifts;
    private final Outbox outbox;
    private final Openings openings;
    private final TrackingService tracking;
    private final LinkRequests requests;
    private final Visits visits;
    private final Attempts attempts;
    private final Scope scope;
    private final EntityManager database;

    OwnDataService(
            Donors donors,
            DonorService donorService,
            Contacts contacts,
            Erasing erasing,
            Gifts gifts,
            Outbox outbox,
            Openings openings,
            TrackingService tracking,
            LinkRequests requests,
            Visits visits,
            Attempts attempts,
            Scope scope,
            EntityManager database) {
        this.donors = donors;
        this.donorService = donorService;
        this.contacts = contacts;
        this.erasing = erasing;
        this.gifts = gifts;
        this.outbox = outbox;
        this.openings = openings;
        this.tracking = tracking;
        this.requests = requests;
        this.visits = visits;
        this.attempts = attempts;
        this.scope = scope;
        this.database = database;
    }

    /** A donor who proved to be one; the request works for the organisation that holds the data. */
    public record Visitor(Long donor) {}

    // Who it is ------------------------------------------------------------------------------------------------------

    /**
     * Whoever holds the code that the donor was given.
     *
     * @param from the network address that asks; wrong guesses are counted by it
     */
    @Transactional
    public Visitor byCode(String typed, String from) {
        String code = Code.read(CodeKind.MY_DATA, typed).orElseThrow(WrongOwnCode::mistyped);
        String hash = Code.hash(code);
        Donor donor = attempts.guarded("own-data", code, from, () -> donors.byOwnKey(hash))
                .orElseThrow(WrongOwnCode::unknown);
        scope.enterByKey(donor.getOrganisationId(), hash);
        return new Visitor(donor.getId());
    }

    /** Whoever shows the cookie of a visit that has not ended. */
    @Transactional
    public Optional<Visitor> byVisit(String secret) {
        return Token.fits(secret)
                ? visits.whose("VISIT", secret).map(id -> {
                    Donor donor = donors.findById(id);
                    scope.enterByKey(donor.getOrganisationId(), Code.hash(secret));
                    return new Visitor(id);
                })
                : Optional.empty();
    }

    /** A visit begins. @return its secret, for a cookie */
    @Transactional
    public String begin(Visitor visitor) {
        return visits.begin(visitor.donor());
    }

    /** Whether the one-time link still opens; it is not used up by asking. */
    @Transactional
    public void look(String link, String from) {
        opened(link, null, from);
    }

    /**
     * Uses the one-time link up.
     *
     * @param browser the random name of the browser
     * @return the secret of the visit, for a cookie
     */
    @Transactional
    public String enter(String link, String browser, String from) {
        Long donor = opened(link, browser, from);
        String visit = visits.visit(link, browser);
        boolean mine = visits.enter(donor, link, visit) || visits.whose("VISIT", visit).isPresent();
        if (!mine) {
            throw WrongOwnCode.used();
        }
        return visit;
    }

    /** Whose link it is: still open, or used up in the browser that comes again. */
    private Long opened(String link, String browser, String from) {
        if (!Token.fits(link)) {
            throw WrongOwnCode.used();
        }
        return attempts.guarded("own-data link", link, from, () -> visits.whose("LINK", link)
                        .or(() -> browser == null ? Optional.empty() : visits.whose("VISIT", visits.visit(link, browser))))
                .orElseThrow(WrongOwnCode::used);
    }

    @Transactional
    public void end(String secret) {
        if (Token.fits(secret)) {
            visits.end(secret);
        }
    }

    /** Whether the tracking code is one; who holds it may ask for a link. */
    public void follow(String trackingCode, String from) {
        tracking.donation(trackingCode, from);
    }

    /**
     * Whoever holds a tracking code asks for a link to the address that is kept, if there is one: that is not told, and
     * looked at later.
     */
    public void askForLink(String trackingCode, String from) {
        Long donation = tracking.donation(trackingCode, from);
        // each one counts, so that nobody has letters sent by the hundred
        attempts.guarded("own-data request", null, from, Optional::empty);
        requests.ask(donation);
    }

    // What they do ---------------------------------------------------------------------------------------------------

    @Transactional
    public OwnData see(Visitor visitor) {
        Donor donor = donors.findById(visitor.donor());
        Organisation organisation = database.find(Organisation.class, donor.getOrganisationId());
        ZoneId zone = ZoneId.of(organisation.getTimeZone());
        Contacts.Open open = contacts.open(donor);
        return new OwnData(
                organisation.getName(),
                donor.getKnownAs(),
                day(donor.getCreatedAt(), zone),
                open.email(),
                open.telephone(),
                donor.getWants(),
                donor.getLanguage(),
                gifts.of(donor.getId()).stream()
                        .map(each -> new OwnData.Gift(
                                day(each.receivedAt(), zone),
                                each.driveTitle(),
                                each.bags(),
                                each.reversedAt() != null,
                                each.tracking()))
                        .toList(),
                outbox.of(donor.getId()).stream()
                        .map(each -> new OwnData.Letter(each.kind(), day(each.madeAt(), zone), each.sentAt() != null))
                        .toList(),
                openings.of(donor.getCode()).stream()
                        .map(each -> new OwnData.Opened(day(each.at(), zone), each.manner(), each.role()))
                        .toList());
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    /** What they leave as it is, is not kept anew. */
    @Transactional
    public OwnData correct(Visitor visitor, AddDonor told) {
        Donor donor = donors.findById(visitor.donor());
        Contacts.Open open = contacts.open(donor);
        Contact contact = told.contact();
        if (contact != null) {
            contact = new Contact(
                    other(contact.email(), open.email()),
                    other(contact.telephone(), open.telephone()),
                    contact.wants(),
                    contact.language());
        }
        donorService.tellOwn(visitor.donor(), new AddDonor(told.knownAs(), contact));
        database.flush();
        return see(visitor);
    }

    private static Confidential other(Confidential told, Confidential kept) {
        return told == null || told.equals(kept) || told.isBlank() && kept == null ? null : told;
    }

    /** Everything that tells who they are goes, and the visit ends with it. */
    @Transactional
    public void erase(Visitor visitor) {
        erasing.eraseOwn(visitor.donor());
    }
}
